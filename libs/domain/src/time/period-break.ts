import { firstMonthPosition, periodPosition, type Period } from './period.js';
import { type SeriesBreak } from '../indicator/indicator.js';

/** Whether a period belongs to what came after a break; one that holds the first month after it does. */
export function isAfterBreak(period: Period, { firstPeriod }: Pick<SeriesBreak, 'firstPeriod'>): boolean {
  return periodPosition(period) >= firstMonthPosition(firstPeriod);
}

/** The latest break between two periods in whichever order; none when they can be compared. */
export function breakBetween(a: Period, b: Period, breaks: readonly SeriesBreak[]): SeriesBreak | undefined {
  return breaks
    .filter((cut) => isAfterBreak(a, cut) !== isAfterBreak(b, cut))
    .sort((first, second) => periodPosition(first.firstPeriod) - periodPosition(second.firstPeriod))
    .at(-1);
}
