import { addDays, addMonths, daysBetween, measuredAfter, overdueDate, periodEnd, type CalendarRules } from '../time/calendar.js';
import { monthsIn, periodCadence, type IsoDate, type Period } from '../time/period.js';
import { type Explanation } from './explanation.js';

/** What is measured years apart is told with its age when it is older than this, and is outdated so long after the next was overdue. */
const YEAR = 365;

/**
 * Whether an outcome is too old for a status: the period after it has been overdue for as long as a period is (irregular: a year).
 * One after which none is to come never is.
 */
export function isOutdated(outcome: Period, rules: CalendarRules, today: IsoDate): boolean {
  const next = measuredAfter(outcome, rules);
  if (!next) return false;
  const overdue = overdueDate(next, rules);
  return today >= (rules.cadence === 'irregular' ? addDays(overdue, YEAR) : addMonths(overdue, monthsIn(periodCadence(rules.cadence))));
}

/** How far an outcome is behind: the overdue period after it, and whether its age has to be said beside what rests on it. */
export function behindOf(outcome: Period, rules: CalendarRules, today: IsoDate): Pick<Explanation, 'overdue' | 'isOld'> {
  const next = measuredAfter(outcome, rules);
  const since = next && overdueDate(next, rules);
  if (next && since && today >= since) return { overdue: { period: next, since }, isOld: true };
  return { isOld: rules.cadence === 'irregular' && daysBetween(periodEnd(outcome), today) > YEAR };
}
