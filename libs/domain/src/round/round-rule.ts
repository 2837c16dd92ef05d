import { addDays, periodContaining, periodEnd, startOfStockholmDay } from '../time/calendar.js';
import { periodCode } from '../time/period-code.js';
import { nextPeriod, previousPeriod, type IsoDate, type PeriodCadence } from '../time/period.js';
import { lastDayOfRound, ROUND_GRACE_DAYS, type RoundContent } from './round.js';

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

/** "Öppnar 1 dag efter periodens slut, 20 dagar": what is proposed of a cadence where nobody has said anything. */
export const USUAL_ROUND_RULE: Omit<RoundRule, 'cadence'> = { opensAfter: 1, daysOpen: 20, graceDays: 3, reviewDays: 10, isOn: false };

const A_YEAR = 366;

/** The least and the most that a rule can say of each; it opens before the end of its period where figures are known by then. */
export const ROUND_RULE_LIMITS = {
  opensAfter: [-90, A_YEAR],
  daysOpen: [1, A_YEAR],
  graceDays: [0, ROUND_GRACE_DAYS],
  reviewDays: [0, A_YEAR],
  publishAfter: [0, A_YEAR],
  locksAfter: [1, A_YEAR],
} as const satisfies Readonly<Record<Exclude<keyof RoundRule, 'cadence' | 'isOn'>, readonly [least: number, most: number]>>;

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

/** The first round by a rule that has not opened on a day, whether the rule is on or off: what it would mean. */
export function nextRoundOfRule(rule: RoundRule, today: IsoDate): RoundContent {
  let period = previousPeriod(periodContaining(today, rule.cadence));
  let round = roundByRule(rule, periodCode(period), periodEnd(period));
  while (round.opensOn <= today) {
    period = nextPeriod(period);
    round = roundByRule(rule, periodCode(period), periodEnd(period));
  }
  return round;
}
