import { type SeriesBreak } from '../indicator/indicator.js';
import { breakBetween } from './period-break.js';
import { comparePeriods, isSamePeriod, samePeriodYearBefore, type Period } from './period.js';
import { type Measured } from '../value/value.js';

/** A number for a period. */
export interface TimedValue {
  readonly period: Period;
  readonly value: number;
}

/**
 * The real values that a period's own can be compared with, in order of time: same cadence and part of the year, same side
 * of every series break. Missing values are left out; the period's own value is there if the series has it.
 */
export function sameSeason(
  series: readonly (Measured & { readonly period: Period })[],
  period: Period,
  breaks: readonly SeriesBreak[],
): readonly TimedValue[] {
  return series
    .filter((point) => point.period.cadence === period.cadence && point.period.part === period.part)
    .filter((point) => !breakBetween(point.period, period, breaks))
    .flatMap(({ period: at, value }) => (value === undefined ? [] : [{ period: at, value }]))
    .sort((a, b) => comparePeriods(a.period, b.period));
}

/** The points that a new value is read against; `yearBefore` only where a year has several periods. */
export interface EarlierPoints<Point> {
  readonly previous?: Point | undefined;
  readonly yearBefore?: Point | undefined;
}

/**
 * The latest point before a period, and the one of the same season a year before: a quarter of summer guests says nothing
 * beside one of spring. A missing value counts as a point, since that there was none is worth knowing; a point on the other
 * side of a series break does not stand for its season.
 */
export function earlierPoints<Point extends { readonly period: Period }>(
  series: readonly Point[],
  period: Period,
  breaks: readonly SeriesBreak[],
): EarlierPoints<Point> {
  const before = series.filter((point) => comparePeriods(point.period, period) < 0);
  const previous = before.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1);
  const season = samePeriodYearBefore(period);
  const yearBefore = before.find((point) => isSamePeriod(point.period, season));
  const isTold = period.cadence === 'year' || !yearBefore || breakBetween(yearBefore.period, period, breaks);
  return isTold ? { previous } : { previous, yearBefore };
}
