import { completeDate, wasComplete, type CalendarRules } from '../time/calendar.js';
import { type Instant, type IsoDate, type Period } from '../time/period.js';
import { type Quality } from '../value/value.js';

/** A value as it was first said. */
export interface SaidAt {
  readonly period: Period;
  readonly quality: Quality;
  readonly recordedAt: Instant;
}

/**
 * How sure a new value is until its reporter says otherwise: preliminary while its period goes on; afterwards as the value of the period
 * before was when that was over (its revisions, the first one first), and final where nobody has said. What was said of a period that went
 * on says nothing of one that is over.
 */
export function startingQuality(
  period: Period,
  before: readonly SaidAt[],
  { rules, today }: { readonly rules: Pick<CalendarRules, 'lagDays'>; readonly today: IsoDate },
): Quality {
  if (today < completeDate(period, rules)) return 'preliminary';
  return before.find((said) => wasComplete(said.period, rules, said.recordedAt))?.quality ?? 'final';
}
