import { isMeasuredIn, wasComplete, type CalendarRules } from '../time/calendar.js';
import { comparePeriods } from '../time/period.js';
import { type Observation } from './observation.js';
import { type Measured } from './value.js';

/** What decides whether a revision counts. */
export type CountingRules = Pick<CalendarRules, 'cadence' | 'lagDays' | 'irregularYears' | 'endsAfter'>;

/** A public series, divided by what can be said of the indicator. */
export interface CountedSeries {
  /** Current revisions that count, oldest first: every heading, status, trend, sum and chance rests on these. */
  readonly counting: readonly Observation[];
  /** Those that do not (yet): values of a period that was not over, and what is not published yet. They are shown apart. */
  readonly apart: readonly Observation[];
}

/**
 * Whether a revision counts: its period was complete when it was recorded, or it is final and somebody answered why it is final
 * already. That a value is not published yet never counts: the one before stands.
 */
export function counts(
  observation: Measured & Pick<Observation, 'period' | 'recordedAt' | 'quality' | 'finalEarly'>,
  rules: CountingRules,
): boolean {
  const { period, recordedAt, quality, finalEarly, value, missing } = observation;
  if (!isMeasuredIn(period, rules) || missing === 'not-yet-published') return false;
  return wasComplete(period, rules, recordedAt) || (value !== undefined && quality === 'final' && finalEarly === true);
}

/** Divides the current revisions of a series, in any order, by whether they count. */
export function countedSeries(observations: readonly Observation[], rules: CountingRules): CountedSeries {
  const inOrder = observations.toSorted((a, b) => comparePeriods(a.period, b.period));
  return { counting: inOrder.filter((each) => counts(each, rules)), apart: inOrder.filter((each) => !counts(each, rules)) };
}
