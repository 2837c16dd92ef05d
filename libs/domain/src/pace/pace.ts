import { type Direction } from '../indicator/indicator.js';
import { roundingNoise } from '../value/rounding-noise.js';
import { type TimedValue } from '../time/same-season.js';
import { type Trend } from '../status/trend.js';
import { studentQuantile } from './student-t.js';
import { yearlyChanges, yearsBetween, type YearlyChange } from './yearly.js';

/** Why nothing is said of the variation, and so of trend, interval and chance. */
export const PACE_GAPS = ['too-few-values', 'no-variation'] as const;
export type PaceGap = (typeof PACE_GAPS)[number];

/** The fewest values that anything but a pace is computed from. */
export const FEWEST_VALUES = 5;

/**
 * A random walk with drift, fitted to yearly values: `perYear` is the pace g, `variation` the ordinary yearly variation s,
 * `span` the years T between first and last value, all in the indicator's unit.
 */
export interface PaceModel {
  readonly latest: number;
  readonly perYear: number;
  readonly variation: number;
  readonly degreesOfFreedom: number;
  readonly span: number;
}

/** The average change per year from the first value to the last; none with fewer than two values. */
export function actualPace(values: readonly TimedValue[]): number | undefined {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last || first === last) return undefined;
  return (last.value - first.value) / yearsBetween(first.period, last.period);
}

/** The change per year that leads from the latest value to the final one; none when no time is left. */
export function requiredPace(latest: TimedValue, final: TimedValue): number | undefined {
  const years = yearsBetween(latest.period, final.period);
  return years > 0 ? (final.value - latest.value) / years : undefined;
}

/** Fits the model, or says why it cannot be: fewer than five values, or values that lie exactly on a line. */
export function fitPace(values: readonly TimedValue[]): PaceModel | PaceGap {
  const [first, last] = [values[0], values.at(-1)];
  const perYear = actualPace(values);
  if (!first || !last || perYear === undefined || values.length < FEWEST_VALUES) return 'too-few-values';
  const changes = yearlyChanges(values);
  const deviations = changes.map(({ change, years }) => ({ size: change - perYear * years, years }));
  const noise = roundingNoise(values.map(({ value }) => value));
  if (deviations.every(({ size }) => Math.abs(size) <= noise)) return 'no-variation';
  const degreesOfFreedom = changes.length - 1;
  const squares = deviations.reduce((sum, { size, years }) => sum + size ** 2 / years, 0);
  const variation = Math.sqrt(squares / degreesOfFreedom);
  return { latest: last.value, perYear, variation, degreesOfFreedom, span: yearsBetween(first.period, last.period) };
}

/** Whether the pace differs from standing still: a two-sided test at 90 %. */
export function trendOf({ perYear, variation, degreesOfFreedom, span }: PaceModel, direction: Direction): Trend {
  const limit = (studentQuantile(0.95, degreesOfFreedom) * variation) / Math.sqrt(span);
  if (Math.abs(perYear) <= limit) return 'no-clear-trend';
  if (direction === 'none') return perYear > 0 ? 'rising' : 'falling';
  return perYear > 0 === (direction === 'increase') ? 'improving' : 'worsening';
}

/** Whether a change lies within what ordinarily happens from year to year (95 %), so that it says little by itself. */
export function isWithinOrdinaryVariation({ change, years }: Pick<YearlyChange, 'change' | 'years'>, model: PaceModel): boolean {
  const limit = studentQuantile(0.975, model.degreesOfFreedom) * model.variation * Math.sqrt(years);
  return Math.abs(change - model.perYear * years) <= limit;
}

/** In how many of the changes the value moved at least as well, per year, as the required pace. */
export function hasHappened(values: readonly TimedValue[], required: number, direction: 'increase' | 'decrease'): number {
  const sign = direction === 'increase' ? 1 : -1;
  const noise = roundingNoise([required, ...values.map(({ value }) => value)]);
  return yearlyChanges(values).filter(({ change, years }) => sign * (change / years - required) >= -noise).length;
}
