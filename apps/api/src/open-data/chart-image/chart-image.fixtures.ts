import { type SeriesChartInput } from '@slusen/charts';
import { parsePeriod, periodLabel, periodPosition } from '@slusen/domain';

/** Vimmerby's population on 31 December 1950–2025 (SCB, BE0101; 2025 as reported by the municipality). */
const POPULATION = [
  18_158, 18_189, 18_144, 17_996, 18_038, 17_949, 18_035, 17_936, 17_996, 17_929, 17_821, 17_695, 17_572, 17_450, 17_478, 17_402, 17_309,
  17_298, 17_152, 17_176, 17_126, 16_769, 16_590, 16_545, 16_458, 16_394, 16_317, 16_293, 16_206, 16_192, 16_180, 16_039, 15_972, 15_869,
  15_837, 15_702, 15_589, 15_630, 15_688, 15_846, 15_867, 15_963, 16_050, 16_012, 16_192, 16_096, 15_950, 15_816, 15_779, 15_788, 15_776,
  15_644, 15_628, 15_621, 15_596, 15_613, 15_588, 15_608, 15_551, 15_538, 15_473, 15_397, 15_403, 15_287, 15_297, 15_419, 15_636, 15_728,
  15_764, 15_647, 15_672, 15_578, 15_557, 15_461, 15_384, 15_327,
];

type Point = SeriesChartInput['points'][number];

/** A point of a series, named by its period code. */
export function aPoint(code: string, value: number | null, more: Partial<Point> = {}): Point {
  const period = parsePeriod(code);
  return { period: code, label: periodLabel(period, 'sv'), position: periodPosition(period), value, quality: 'final', ...more };
}

/** The longest yearly series there is, with a target, an earlier target and a preliminary last value. */
export const LONGEST_YEARLY: SeriesChartInput = {
  title: 'Folkmängd 31 december',
  unit: { sv: 'invånare', en: 'inhabitants' },
  decimals: 0,
  language: 'sv',
  kind: 'line',
  points: POPULATION.map((value, index) => aPoint(String(1950 + index), value, { quality: index === 75 ? 'preliminary' : 'final' })),
  target: { label: 'Mål', path: [pathPoint('2025', 15_327), pathPoint('2030', 15_800)] },
  ghosts: [{ label: 'Mål 2017', path: [pathPoint('2017', 15_728), pathPoint('2025', 16_000)] }],
  breaks: [],
};

/** As long as a quarterly series gets (2010–2025), with everything that can be drawn on it. */
export const LONGEST_QUARTERLY: SeriesChartInput = {
  title: 'Andel som känner sig trygga',
  unit: { sv: '%', en: '%' },
  decimals: 1,
  language: 'sv',
  kind: 'line',
  points: Array.from({ length: 64 }, (_, index) =>
    aPoint(`${2010 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, Number((62 + 8 * Math.sin(index / 5) + (index % 4)).toFixed(1)), {
      margin: 2.4,
      quality: index > 61 ? 'preliminary' : 'final',
    }),
  ),
  target: { label: 'Mål', path: [pathPoint('2018-Q4', 60), pathPoint('2027-Q4', 75)] },
  breaks: [{ position: periodPosition(parsePeriod('2016-Q1')), note: 'Ny enkät från kvartal 1 2016' }],
};

function pathPoint(code: string, value: number): { position: number; value: number } {
  return { position: periodPosition(parsePeriod(code)), value };
}
