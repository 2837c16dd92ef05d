import { addDays, periodContaining, periodEnd, startOfStockholmDay } from '../time/calendar.js';
import { periodCode } from '../time/period-code.js';
import { previousPeriod, type IsoDate, type PeriodCadence } from '../time/period.js';
import { lastDayOfRound, type RoundContent } from './round.js';

/** By what rounds come by themselves, one after each period of a cadence; days are counted from the one before. */
export interface RoundRule {
  readonly cadence: PeriodCadence;
  /** From the last day of the period until it opens: 1 is the day after. */
  readonly opensAfter: number;
  /** For how many days it is open, the first and the last included. */
  readonly daysOpen: number;
  readonly graceDays: number;
  /** For how many days more it is reviewed. */
  readonly reviewDays: number;
  /** How many days after the review what was approved becomes public, at midnight; absent: each at once. */
  readonly publishAfter?: number | undefined;
  /** How many days after the review it is locked; absent: never. */
  readonly locksAfter?: number | undefined;
  /** Off: no more rounds come by it. */
  readonly isOn: boolean;
}

/** The round that a rule makes of a period (its code). */
export function roundByRule(rule: RoundRule, period: string, end: IsoDate): RoundContent {
  const opensOn = addDays(end, rule.opensAfter);
  const dueOn = addDays(opensOn, rule.daysOpen - 1);
  const { graceDays, publishAfter, locksAfter } = rule;
  const reviewUntil = addDays(lastDayOfRound({ dueOn, graceDays }), rule.reviewDays);
  return {
    ...{ period, opensOn, dueOn, graceDays, reviewUntil, isCancelled: false },
    publishAt: publishAfter === undefined ? undefined : startOfStockholmDay(addDays(reviewUntil, publishAfter)),
    locksOn: locksAfter === undefined ? undefined : addDays(reviewUntil, locksAfter),
  };
}

/**
 * The rounds that should be there on a day by a rule: of the period that lasts, so that everyone sees what comes, and of the one before
 * while it is not over.
 */
export function roundsOfRule(rule: RoundRule, today: IsoDate): readonly RoundContent[] {
  if (!rule.isOn) return [];
  const current = periodContaining(today, rule.cadence);
  const rounds = [previousPeriod(current), current].map((period) => roundByRule(rule, periodCode(period), periodEnd(period)));
  return rounds.filter((round) => today <= lastDayOfRound(round));
}
