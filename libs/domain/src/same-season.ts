import { type SeriesBreak } from './indicator.js';
import { breakBetween } from './period-break.js';
import { comparePeriods, type Period } from './period.js';
import { type Measured } from './value.js';

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
