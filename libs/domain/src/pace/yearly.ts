import { type SeriesBreak } from '../indicator/indicator.js';
import { breakBetween } from '../time/period-break.js';
import { comparePeriods, periodPosition, type Period } from '../time/period.js';
import { sameSeason, type TimedValue } from '../time/same-season.js';
import { type Measured } from '../value/value.js';

/** From one value to the next; `years` is more than one when values are missing in between. */
export interface YearlyChange {
  readonly from: Period;
  readonly to: Period;
  readonly years: number;
  readonly change: number;
}

const LONGEST_SPAN = 10;
const MOST_VALUES = 10;

/**
 * The values that pace and chance rest on, oldest first: since the last series break, one a year of the same season as the
 * latest value, none more than ten years older than it and at most ten. Missing values are gaps; when only missing ones have
 * come since the last break, there is nothing to rest on.
 */
export function yearlyValues(
  series: readonly (Measured & { readonly period: Period })[],
  breaks: readonly SeriesBreak[],
): readonly TimedValue[] {
  const inOrder = series.toSorted((a, b) => comparePeriods(a.period, b.period));
  const [newest, latest] = [inOrder.at(-1), inOrder.findLast(({ value }) => value !== undefined)];
  if (!newest || !latest || breakBetween(latest.period, newest.period, breaks)) return [];
  return sameSeason(inOrder, latest.period, breaks)
    .filter(({ period }) => yearsBetween(period, latest.period) <= LONGEST_SPAN)
    .slice(-MOST_VALUES);
}

/** The changes between neighbouring values: one fewer than the values. */
export function yearlyChanges(values: readonly TimedValue[]): readonly YearlyChange[] {
  return values.slice(1).map((to, index) => {
    const from = values[index] ?? to;
    return {
      from: from.period,
      to: to.period,
      years: yearsBetween(from.period, to.period),
      change: to.value - from.value,
    };
  });
}

/** The years from the end of one period to the end of another: 0.25 from 2026-Q2 to 2026-Q3. */
export function yearsBetween(from: Period, to: Period): number {
  return (periodPosition(to) - periodPosition(from)) / 12;
}
