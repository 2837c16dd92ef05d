import { addDays, addMonths, daysBetween, measuredAfter, overdueDate, periodEnd, type CalendarRules } from '../time/calendar.js';
import { monthsIn, periodCadence, type IsoDate, type Period } from '../time/period.js';
import { type Explanation } from './explanation.js';

/** What is measured years apart is told with its age when it is older than this, and is outdated so long after the next was overdue. */
const YEAR = 365;

/** How far an outcome is behind: the overdue period after it, and whether its age has to be said beside what rests on it. */
export function behindOf(outcome: Period, rules: CalendarRules, today: IsoDate): Pick<Explanation, 'overdue' | 'isOld'> {
  const next = measuredAfter(outcome, rules);
  const since = next && overdueDate(next, rules);
  if (next && since && today >= since) return { overdue: { period: next, since }, isOld: true };
  return { isOld: rules.cadence === 'irregular' && daysBetween(periodEnd(outcome), today) > YEAR };
}

/**
 * Whether an outcome is too old for a status: the period after it (`behindOf`) has been overdue for as long as a period is, of an irregular
 * indicator a year. One after which none is to come never is.
 */
export function isOutdated(
  { overdue }: Pick<Explanation, 'overdue'>,
  { cadence }: Pick<CalendarRules, 'cadence'>,
  today: IsoDate,
): boolean {
  if (!overdue) return false;
  return today >= (cadence === 'irregular' ? addDays(overdue.since, YEAR) : addMonths(overdue.since, monthsIn(periodCadence(cadence))));
}
