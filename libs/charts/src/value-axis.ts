import { isPercent, unitKind } from '@slusen/domain';
import { type SeriesChartInput } from './series.js';

/** The value axis, worked out beforehand so that browser and server agree: ends and the ticks between them. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** Decimals that tell the ticks apart. */
  readonly decimals: number;
}

const NICE_STEPS = [1, 2, 2.5, 5, 10];
/** Room above the highest and below the lowest, as a share of what lies between: labels stand there. */
const AIR = 0.1;
/** Values that take up more than this share of the way down to zero are shown from zero. */
const NEAR_ZERO = 0.35;

/** An axis with round ticks around everything that is drawn: from zero for bars, and for lines that come near it. */
export function valueAxis(input: SeriesChartInput, maxTicks: number): ValueAxis {
  const drawn = drawnValues(input);
  if (drawn.length === 0) return { min: 0, max: 1, ticks: [], decimals: 0 };
  const lowest = Math.min(...drawn);
  const highest = Math.max(...drawn);
  const span = highest - lowest || Math.abs(highest) * 0.1 || 1;
  const isFromZero = input.kind === 'bars' || (lowest >= 0 && lowest <= NEAR_ZERO * highest);
  const low = isFromZero && lowest >= 0 ? 0 : lowest - span * AIR;
  const high = isFromZero && highest <= 0 && lowest < 0 ? 0 : highest + span * AIR;
  const ceiling = isPercent(input.unit) && highest <= 100 ? 100 : Infinity;
  const range = { low: lowest >= 0 ? Math.max(0, low) : low, high: Math.min(high, ceiling) };
  const axis = niceAxis(range, maxTicks, input.decimals);
  return unitKind(input.unit) === 'rank' && axis.min < 1 ? fromFirstPlace(axis) : axis;
}

/** The same without the place 0, which nobody can have. */
function fromFirstPlace(axis: ValueAxis): ValueAxis {
  return { ...axis, min: 1, ticks: [1, ...axis.ticks.filter((tick) => tick > 1)] };
}

/** The round ticks of an interval, never closer than the figures' last decimal; it ends at a tick or halfway to one. */
export function niceAxis(range: { low: number; high: number }, maxTicks: number, decimals: number): ValueAxis {
  const step = niceStep((range.high - range.low) / (maxTicks - 1), decimals);
  const min = Math.floor((range.low / step) * 2 + 1e-9) / 2;
  const max = Math.max(min + 1, Math.ceil((range.high / step) * 2 - 1e-9) / 2);
  const decimalsShown = decimalsOf(step);
  const first = Math.ceil(min);
  const ticks = Array.from({ length: Math.floor(max) - first + 1 }, (_, index) => (first + index) * step);
  const exact = (value: number): number => Number(value.toFixed(decimalsShown + 1));
  return { min: exact(min * step), max: exact(max * step), ticks: ticks.map(exact), decimals: decimalsShown };
}

function niceStep(rough: number, decimals: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const candidates = NICE_STEPS.map((factor) => Number((factor * magnitude).toPrecision(3)));
  const step = candidates.find((candidate) => candidate >= rough * 0.999 && decimalsOf(candidate) <= decimals);
  return step ?? 10 ** -decimals;
}

function decimalsOf(step: number): number {
  const isWhole = (scaled: number): boolean => Math.abs(scaled - Math.round(scaled)) < 1e-6;
  return [0, 1, 2, 3, 4, 5, 6].find((count) => isWhole(step * 10 ** count)) ?? 6;
}

function drawnValues({ points, target, band, ghosts = [], draft }: SeriesChartInput): readonly number[] {
  const measured = points.flatMap(({ value, margin = 0 }) => (value === null ? [] : [value - margin, value + margin]));
  const paths = [...(target ? [target] : []), ...ghosts].flatMap(({ path }) => path.map(({ value }) => value));
  return [...measured, ...paths, ...(band ? [band.low, band.high] : []), ...(draft ? [draft.value] : [])];
}
