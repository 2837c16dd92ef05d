import {
  daysBetween,
  dueDate,
  firstListedYear,
  followingPeriod,
  latestDuePeriods,
  measuredAfter,
  overdueDate,
  type CalendarRules,
  type DueState,
} from './calendar.js';
import { comparePeriods, isSamePeriod, periodPosition, type IsoDate, type Period } from './period.js';

/** The value that is waited for, the day it is due (in the past when it is late) and how things stand with it today. */
export interface AwaitedValue {
  readonly period: Period;
  readonly date: IsoDate;
  readonly state: DueState;
  /** From which day on it is late, as everyone who tells of it says. */
  readonly lateFrom: IsoDate;
  /** Days since the last one of grace; 0 while it is not overdue. */
  readonly daysLate: number;
}

/** How far back a value that never came is still asked for. */
export const PERIODS_BACK = 4;

/**
 * The due periods, four back at most and oldest first, that have no figure though the series had begun by then: holes, and what
 * should have come. `reported` are the periods with a figure that counts, in any order; of a series without any, the latest due one.
 */
export function lackingPeriods(rules: CalendarRules, reported: readonly Period[], today: IsoDate): readonly Period[] {
  return lackingOf(latestDuePeriods(rules, today, PERIODS_BACK), reported);
}

function lackingOf(due: readonly Period[], reported: readonly Period[]): readonly Period[] {
  if (reported.length === 0) return due.slice(-1);
  const lacking = due.filter((period) => !reported.some((own) => isSamePeriod(own, period)));
  return lacking.filter((period) => reported.some((own) => comparePeriods(own, period) < 0));
}

/** Whether the end of a series that begins with the period tells what is lacking, however much more there is before it. */
export function isLackingKnown(rules: CalendarRules, first: Period, today: IsoDate): boolean {
  const [earliest] = latestDuePeriods(rules, today, PERIODS_BACK);
  return !earliest || comparePeriods(first, earliest) <= 0;
}

/**
 * The values that are waited for, of a series that has figures that count for the periods: every one that lacks, oldest first, else the
 * first to come; none when no year is listed after the last.
 */
export function awaitedValues(rules: CalendarRules, reported: readonly Period[], today: IsoDate): readonly AwaitedValue[] {
  const due = latestDuePeriods(rules, today, PERIODS_BACK);
  const lacking = lackingOf(due, reported);
  const next = lacking.length === 0 ? nextToCome(rules, due.at(-1), reported) : undefined;
  return [...lacking, ...(next ? [next] : [])].map((period) => awaitedOf(period, rules, today));
}

/**
 * Every value that is waited for: those that lack, oldest first, and then those that are due until the day, in the order they come. The first one
 * is that of `awaitedValues`: what never came of a series that has ended is still waited for, and nothing after its last period.
 */
export function awaitedUntil(
  rules: CalendarRules,
  reported: readonly Period[],
  { today, until }: { readonly today: IsoDate; readonly until: IsoDate },
): readonly AwaitedValue[] {
  const due = latestDuePeriods(rules, today, PERIODS_BACK);
  const periods = [...lackingOf(due, reported)];
  let next = nextToCome(rules, due.at(-1), reported);
  while (next && dueDate(next, rules) <= until) {
    periods.push(next);
    next = nextToCome(rules, next, reported);
  }
  return periods.map((period) => awaitedOf(period, rules, today));
}

/** Periods in a row, both ends among them. */
export interface PeriodRun {
  readonly first: Period;
  readonly last: Period;
}

/** What lacks from before what is still asked for, in runs, oldest first: holes that are told, since nobody could else know that they are there. */
export function earlierHoles(rules: CalendarRules, reported: readonly Period[], today: IsoDate): readonly PeriodRun[] {
  const [from] = reported.toSorted(comparePeriods);
  const [until] = latestDuePeriods(rules, today, PERIODS_BACK);
  const known = new Set(reported.map(periodPosition));
  const runs: { first: Period; last: Period }[] = [];
  let run: { first: Period; last: Period } | undefined;
  for (let period = from; period && until && comparePeriods(period, until) < 0; period = followingPeriod(period, rules)) {
    if (known.has(periodPosition(period))) {
      run = undefined;
    } else if (run) {
      run.last = period;
    } else {
      run = { first: period, last: period };
      runs.push(run);
    }
  }
  return runs;
}

function awaitedOf(period: Period, rules: CalendarRules, today: IsoDate): AwaitedValue {
  return awaitedOn({ period, date: dueDate(period, rules), lateFrom: overdueDate(period, rules) }, today);
}

/** How things stand on a day with a value that is expected on one and late from another. */
export function awaitedOn(expected: Pick<AwaitedValue, 'period' | 'date' | 'lateFrom'>, today: IsoDate): AwaitedValue {
  const { period, date, lateFrom } = expected;
  if (today < lateFrom) return { period, date, state: date <= today ? 'due' : 'not-yet-due', lateFrom, daysLate: 0 };
  return { period, date, state: 'overdue', lateFrom, daysLate: daysBetween(lateFrom, today) + 1 };
}

/** The first period after the one that was due last (or is waited for) that has no figure, since one may be published ahead of its time. */
function nextToCome(rules: CalendarRules, after: Period | undefined, reported: readonly Period[]): Period | undefined {
  let next = after ? measuredAfter(after, rules) : firstListedYear(rules);
  while (next && reported.some((own) => next && isSamePeriod(own, next))) next = measuredAfter(next, rules);
  return next;
}
