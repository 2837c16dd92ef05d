import { ROUND_CADENCES, ROUND_GRACE_DAYS, ROUND_RULE_LIMITS, ROUND_STATES } from '@slusen/domain';
import * as z from 'zod';
import { departmentPeople, task } from './entries.js';
import { date, instant, period } from './periods.js';
import { reference } from './text.js';

/** The period that names a round. */
export const roundPeriod = period;
/** The cadence that a rule of rounds follows. */
export const roundRuleCadence = z.enum(ROUND_CADENCES);

const dayFields = {
  opensOn: date,
  dueOn: date,
  /** For how many days after it nothing is late yet. */
  graceDays: z.int().min(0).max(ROUND_GRACE_DAYS),
  reviewUntil: date,
  /** Until when what is approved waits; without one it is public at once. */
  publishAt: instant.optional(),
  /** From which day on what the round asked for takes no figure without a reason. */
  locksOn: date.optional(),
};

/** A round that a strategist opens. */
export const roundSent = z.strictObject({ period: roundPeriod, ...dayFields }).meta({ id: 'NewRound' });
export type RoundSent = z.output<typeof roundSent>;

/** What is said of a round from now on. */
export const roundChange = z.strictObject({ ...dayFields, isCancelled: z.boolean() }).meta({ id: 'RoundChange' });
export type RoundChange = z.output<typeof roundChange>;

/** A follow-up round, with where it stands today. */
export const roundView = z
  .object({ period: roundPeriod, ...dayFields, isCancelled: z.boolean(), revision: z.int(), state: z.enum(ROUND_STATES) })
  .meta({ id: 'Round' });
export type RoundView = z.output<typeof roundView>;

function days(of: keyof typeof ROUND_RULE_LIMITS) {
  const [least, most] = ROUND_RULE_LIMITS[of];
  return z.int().min(least).max(most);
}
const ruleFields = {
  /** From the last day of the period until it opens; negative where figures are known before. */
  opensAfter: days('opensAfter'),
  daysOpen: days('daysOpen'),
  graceDays: days('graceDays'),
  reviewDays: days('reviewDays'),
  /** How many days after the review what was approved becomes public; absent: each at once. */
  publishAfter: days('publishAfter').optional(),
  /** How many days after the review it is locked; absent: never. */
  locksAfter: days('locksAfter').optional(),
  isOn: z.boolean(),
};

/** How rounds of a cadence come back. */
export const roundRuleSent = z.strictObject(ruleFields).meta({ id: 'RoundRuleChange' });
export type RoundRuleSent = z.output<typeof roundRuleSent>;

/** The same as it stands; revision 0: nobody has said anything yet, and this is a proposal. */
export const roundRuleView = z.object({ cadence: roundRuleCadence, ...ruleFields, revision: z.int() }).meta({ id: 'RoundRule' });
export type RoundRuleView = z.output<typeof roundRuleView>;

/** Every round, the latest period first, and the rules by which they come back. */
export const roundList = z.object({ today: date, items: z.array(roundView), rules: z.array(roundRuleView) }).meta({ id: 'RoundList' });
export type RoundList = z.output<typeof roundList>;

/** A figure that a round asks for: where it stands, and who has it in hand (by name; the value is not told). */
export const roundTask = z
  .object({
    ...task.omit({ entry: true, value: true, missing: true, returnedReason: true, inPlaceOf: true }).shape,
    by: z.array(z.string()),
  })
  .meta({ id: 'RoundTask' });
export type RoundTask = z.output<typeof roundTask>;

/** How far a round has come, for the departments that the reader may follow. */
export const roundProgress = z
  .object({
    today: date,
    tasks: z.array(roundTask),
    /** What is published only after the round's last day: not late, whatever the round says. */
    notYetDue: z.array(z.object({ indicator: reference, period, dueOn: date })),
    people: z.array(departmentPeople),
  })
  .meta({ id: 'RoundProgress' });
export type RoundProgress = z.output<typeof roundProgress>;
