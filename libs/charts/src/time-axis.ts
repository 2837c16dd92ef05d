import { monthsIn, parsePeriod, type PeriodCadence, periodPosition, shortPeriodLabel } from '@slusen/domain';
import { type ChartLook } from './look.js';
import { nearestSpacing } from './segments.js';
import { type SeriesChartInput } from './series.js';

/** A tick on the time axis: a label of one or two lines (empty at the turn of a year), with or without a mark. */
export interface TimeTick {
  readonly position: number;
  readonly label: string | string[];
  readonly hasMark: boolean;
}

/** The time axis in months: ends and ticks. */
export interface TimeAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly TimeTick[];
}

/** Room for one label, in widths of the font size. */
const LABEL_ROOM = 3.25;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];
/** What is left of the width for the plot, beside the value axis. */
const PLOT_SHARE = 0.86;

/** The time axis of a series: every period by name when there is room, else whole years. */
export function timeAxis(input: SeriesChartInput, look: ChartLook): TimeAxis {
  const positions = drawnPositions(input);
  const first = Math.min(...positions);
  const last = Math.max(...positions);
  const pad = edge(input, last - first);
  const range = { min: first - pad, max: last + pad };
  const months = (LABEL_ROOM * look.fontSize * (range.max - range.min)) / (look.width * PLOT_SHARE);
  return { ...range, ticks: ticksFor(input, range, months) };
}

function ticksFor(input: SeriesChartInput, range: Omit<TimeAxis, 'ticks'>, months: number): readonly TimeTick[] {
  const cadence = cadenceOf(input);
  if (cadence !== 'year') {
    return periodTicks(input, cadence, months) ?? yearTicks({ ...range, cadence }, months);
  }
  return ownYearTicks(input, months) ?? yearTicks({ ...range, cadence }, months);
}

/** A tick at each measured year and the last year of the target, if they all have room. */
function ownYearTicks(input: SeriesChartInput, months: number): readonly TimeTick[] | undefined {
  const { points, target, band, draft } = input;
  const end = target?.isCut ? undefined : target?.path.at(-1);
  const all = [...points, ...(end ? [end] : []), ...(draft ? [draft] : [])].map(({ position }) => position);
  const unique = [...new Set(band ? [...all, band.to] : all)].sort((a, b) => a - b);
  const isCrowded = unique.some((position, index) => position - (unique[index - 1] ?? -Infinity) < months * 0.9);
  if (isCrowded) return undefined;
  return unique.map((position) => ({ position, label: String(yearOf(position)), hasMark: true }));
}

/** A tick at each period, or at every second, third … one; undefined when only years would be readable. */
function periodTicks(input: SeriesChartInput, cadence: PeriodCadence, months: number): readonly TimeTick[] | undefined {
  const positions = drawnPositions(input);
  const first = Math.min(...positions);
  const last = Math.max(...positions);
  const size = monthsIn(cadence);
  const step = [1, 2, 3, 4, 6].find((count) => count * size <= 6 && count * size >= months);
  if (step === undefined || last - first > 36) return undefined;
  const count = Math.floor((last - first) / (step * size)) + 1;
  return Array.from({ length: count }, (_, index) => {
    const position = last - (count - 1 - index) * step * size;
    const label = shortPeriodLabel(periodAt(position, cadence), input.language);
    return { position, label: twoLines(label), hasMark: true };
  });
}

/** Years: at their own position for yearly values, else in the middle of the year with bare marks where it turns. */
function yearTicks(range: Omit<TimeAxis, 'ticks'> & { cadence: PeriodCadence }, months: number): readonly TimeTick[] {
  const size = monthsIn(range.cadence);
  const isWithinYear = size < 12;
  const step = YEAR_STEPS.find((years) => years * 12 >= months) ?? 100;
  const ticks: TimeTick[] = [];
  for (let year = yearOf(range.min); year <= yearOf(range.max) + 1; year += 1) {
    const isLabelled = year % step === 0;
    const turns = isLabelled || (year - 1) % step === 0;
    if (isWithinYear && turns) ticks.push({ position: year * 12 + size / 2, label: '', hasMark: true });
    if (isLabelled) ticks.push({ position: year * 12 + (12 + size) / 2, label: String(year), hasMark: !isWithinYear });
  }
  return ticks.filter(({ position }) => position >= range.min && position <= range.max);
}

/** The period of a cadence that ends at a position. */
export function periodAt(position: number, cadence: PeriodCadence): ReturnType<typeof parsePeriod> {
  const year = yearOf(position);
  return { cadence, year, part: Math.round((position - year * 12) / monthsIn(cadence)) };
}

/** The cadence of a series, read from its first period; a year when it is empty. */
export function cadenceOf({ points }: Pick<SeriesChartInput, 'points'>): PeriodCadence {
  const first = points[0];
  return first ? parsePeriod(first.period).cadence : 'year';
}

/** Every position that something is drawn at. */
export function drawnPositions({ points, target, ghosts = [], band, draft }: SeriesChartInput): readonly number[] {
  const paths = [...(target ? [target] : []), ...ghosts].flatMap(({ path }) => path);
  const all = [...points, ...paths, ...(draft ? [draft] : [])].map(({ position }) => position);
  const drawn = [...all, ...(band ? [band.from, band.to] : [])];
  return drawn.length > 0 ? drawn : [periodPosition({ cadence: 'year', year: 2000, part: 1 })];
}

function edge({ kind, points }: SeriesChartInput, range: number): number {
  if (range === 0) return 6;
  return kind === 'bars' ? nearestSpacing(points) * 0.6 : range * 0.015;
}

function yearOf(position: number): number {
  return Math.floor((position - 1) / 12);
}

function twoLines(label: string): string[] {
  const space = label.lastIndexOf(' ');
  return space < 0 ? [label] : [label.slice(0, space), label.slice(space + 1)];
}
