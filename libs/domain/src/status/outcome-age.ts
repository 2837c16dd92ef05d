import {
  addDays,
  addMonths,
  daysBetween,
  followingPeriod,
  isAfterEnd,
  overdueDate,
  periodEnd,
  type CalendarRules,
} from '../time/calendar.js';
import { monthsIn, periodCadence, type IsoDate, type Period } from '../time/period.js';
import { type Explanation, type OverdueValues } from './explanation.js';

/** In days: what is measured years apart is told with its age when it is older than this, and is outdated so long after the next was overdue. */
export const YEAR_LATE = 365;

/** The day it is, and from which day on a value is late; by its calendar alone where nothing else is said. */
export interface LateOn {
  readonly today: IsoDate;
  readonly lateFrom?: ((period: Period, rules: CalendarRules) => IsoDate) | undefined;
}

/**
 * How far an outcome is behind: the overdue period after it, and whether its age has to be said beside what rests on it. After the last period of
 * an indicator that has ended nothing is overdue, but what is said of it grows old all the same.
 */
export function behindOf(
  outcome: Period,
  rules: CalendarRules,
  { today, lateFrom = overdueDate }: LateOn,
): Pick<Explanation, 'overdue' | 'isOld'> {
  const next = followingPeriod(outcome, rules);
  if (next && today >= lateFrom(next, byCalendar(rules))) {
    const since = lateFrom(next, rules);
    return isAfterEnd(next, rules) || today < since
      ? { isOld: true }
      : { overdue: overdueFrom(next, rules, { today, lateFrom }), isOld: true };
  }
  return { isOld: rules.cadence === 'irregular' && daysBetween(periodEnd(outcome), today) > YEAR_LATE };
}

/**
 * Whether an outcome is too old for a status: the period after it has been overdue, or would have been, for as long as a period is, of an
 * irregular indicator a year. One after which no listed year is to come never is.
 */
export function isOutdated(outcome: Period, rules: CalendarRules, { today, lateFrom = overdueDate }: LateOn): boolean {
  const next = followingPeriod(outcome, rules);
  if (!next) return false;
  const since = lateFrom(next, byCalendar(rules));
  return today >= (rules.cadence === 'irregular' ? addDays(since, YEAR_LATE) : addMonths(since, monthsIn(periodCadence(rules.cadence))));
}

/** A figure is as old as it is, however lately somebody began to ask for the next. */
const byCalendar = (rules: CalendarRules): CalendarRules => ({ ...rules, lateAtEarliest: undefined });

/** How many after the first are told: a sentence names three in all, and says of a fourth only that there are more. */
const MOST_LATER = 3;

/** What is overdue from a period on, which is itself. */
function overdueFrom(period: Period, rules: CalendarRules, { today, lateFrom = overdueDate }: LateOn): OverdueValues {
  const later: Period[] = [];
  let next = followingPeriod(period, rules);
  while (next && later.length < MOST_LATER && !isAfterEnd(next, rules) && today >= lateFrom(next, rules)) {
    later.push(next);
    next = followingPeriod(next, rules);
  }
  return { period, since: lateFrom(period, rules), ...(later.length > 0 && { later }) };
}
