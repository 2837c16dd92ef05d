import { daysBetween, nextExpected, type CalendarRules, type DueState, type ExpectedValue } from './calendar.js';
import { type IsoDate, type Period } from './period.js';

/** The value to come next and how things stand with it today. */
export interface AwaitedValue extends ExpectedValue {
  readonly state: DueState;
  /** Days since the last one of grace; 0 while it is not overdue. */
  readonly daysLate: number;
}

/** Of an indicator whose latest value is of the period: the value that is waited for; none when none is to come. */
export function awaitedValue(rules: CalendarRules, latest: Period | undefined, today: IsoDate): AwaitedValue | undefined {
  const next = nextExpected(rules, latest, today);
  if (!next) return undefined;
  // Lists ask this of every indicator, and dates in text are slow to count with, so they are counted with once.
  const sinceDue = daysBetween(next.date, today);
  const daysLate = Math.max(0, sinceDue - rules.graceDays);
  return { ...next, state: daysLate > 0 ? 'overdue' : sinceDue >= 0 ? 'due' : 'not-yet-due', daysLate };
}
