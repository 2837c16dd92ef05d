import { firstMonthPosition, parsePeriod, periodName, periodPosition, textIn, type Language, type MonthsCovered } from '@slusen/domain';
import { type ChartSource } from './chart-source.js';
import { type PathPoint, type SeriesChartInput, type SeriesPoint, type TargetLine } from './series.js';

type DrawnPoint = ChartSource['points'][number];
type TargetPath = NonNullable<ChartSource['target']>;

const TARGET_LABEL = { sv: 'Målbana', en: 'Target path' } as const;
const GHOST_LABEL = { sv: 'Tidigare målbana', en: 'Earlier target path' } as const;
const BAND_LABEL = { sv: 'Målintervall', en: 'Target interval' } as const;

/** The series of an indicator as charts draw it, in the reader's language, the same by the server and in the browser; counts that add up become bars, unless their parts lie among them. */
export function seriesChartInput(source: ChartSource, language: Language): SeriesChartInput {
  const { indicator, points, target, lines, draft, heading, subtitle } = source;
  const covered = { measure: target?.measure ?? 'value', reporting: indicator.reporting };
  return {
    title: textIn(indicator.name, language).text,
    unit: indicator.unit,
    decimals: indicator.decimals,
    language,
    kind: indicator.aggregation === 'sum' && !target && !lines?.length ? 'bars' : 'line',
    ...(indicator.cadence === 'irregular' ? { isIrregular: true } : {}),
    covered,
    points: points.map((point) => chartPoint(point, covered, language)),
    breaks: indicator.breaks.map(({ firstPeriod, reason }) => ({
      // The first month: a year's break cuts the quarters of that year too (as `isAfterBreak` has it).
      position: firstMonthPosition(parsePeriod(firstPeriod)),
      note: textIn(reason, language).text,
    })),
    ...(target ? pathOf(target, language) : {}),
    ghosts: ghostsOf(source, language),
    ...(draft ? { draft: { position: positionOf(draft.period), value: draft.value } } : {}),
    ...(heading === undefined ? {} : { heading }),
    ...(subtitle === undefined ? {} : { subtitle }),
  };
}

function chartPoint(point: DrawnPoint, covered: MonthsCovered, language: Language): SeriesPoint {
  const period = parsePeriod(point.period);
  return {
    period: point.period,
    label: periodName(period, language, covered),
    position: periodPosition(period),
    value: point.value ?? null,
    quality: point.quality ?? 'final',
    ...(point.margin === undefined ? {} : { margin: point.margin }),
    ...(point.missing === undefined ? {} : { missing: point.missing }),
    ...(point.isOngoing ? { isOngoing: true } : {}),
  };
}

function pathOf({ points, path, band, steps }: TargetPath, language: Language): Pick<SeriesChartInput, 'target' | 'band'> {
  if (band) {
    const label = BAND_LABEL[language];
    return { band: { low: band.low, high: band.high, from: positionOf(band.from), to: positionOf(band.to), label } };
  }
  const label = TARGET_LABEL[language];
  return { target: { path: drawnPath(points), label, step: path === 'step', steps: steps?.[language] } };
}

/** What is drawn beside the values: their parts, and paths that were in force before; an interval is not drawn over another. */
function ghostsOf({ earlier = [], lines = [] }: ChartSource, language: Language): TargetLine[] {
  const paths = earlier.filter(({ band }) => band === undefined);
  return [
    ...lines.map(({ label, points }) => ({ path: drawnPath(points), label: label[language], isPart: true })),
    ...paths.map(({ points, path }) => ({ path: drawnPath(points), label: GHOST_LABEL[language], step: path === 'step' })),
  ];
}

function drawnPath(points: TargetPath['points']): PathPoint[] {
  return points.map(({ period, value }) => ({ position: positionOf(period), value }));
}

function positionOf(period: string): number {
  return periodPosition(parsePeriod(period));
}
