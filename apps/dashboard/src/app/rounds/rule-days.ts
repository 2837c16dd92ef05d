import type { RoundRuleSent, RoundRuleView } from '@slusen/contracts';
import { ROUND_RULE_LIMITS } from '@slusen/domain';

/** The numbers of days that a rule says; the last two may be left out. */
export type RuleField = keyof typeof ROUND_RULE_LIMITS;
export const RULE_FIELDS = Object.keys(ROUND_RULE_LIMITS) as RuleField[];
const OPTIONAL: readonly RuleField[] = ['publishAfter', 'locksAfter'];

/** A rule as it is typed: numbers of days, empty where there is none. */
export type RuleDays = Readonly<Record<RuleField, string>> & { readonly isOn: boolean };

/** The numbers of a rule, to be typed over. */
export function ruleDaysOf(rule: Omit<RoundRuleView, 'cadence' | 'revision'>): RuleDays {
  const texts = RULE_FIELDS.map((field) => [field, String(rule[field] ?? '')] as const);
  return { ...(Object.fromEntries(texts) as Record<RuleField, string>), isOn: rule.isOn };
}

/** The fields in which something else stands than a number of days that a rule can say. */
export function ruleFaults(days: RuleDays): readonly RuleField[] {
  return RULE_FIELDS.filter((field) => {
    const text = days[field].trim();
    if (text === '') return !OPTIONAL.includes(field);
    const [least, most] = ROUND_RULE_LIMITS[field];
    return !/^[-−]?\d{1,3}$/.test(text) || numberIn(text) < least || numberIn(text) > most;
  });
}

/** What was typed, as the API takes it; nothing must be wrong with it. */
export function ruleIn(days: RuleDays): RoundRuleSent {
  const { opensAfter, daysOpen, graceDays, reviewDays, publishAfter, locksAfter, isOn } = days;
  return {
    ...{ opensAfter: numberIn(opensAfter), daysOpen: numberIn(daysOpen), graceDays: numberIn(graceDays), reviewDays: numberIn(reviewDays) },
    ...(publishAfter.trim() && { publishAfter: numberIn(publishAfter) }),
    ...(locksAfter.trim() && { locksAfter: numberIn(locksAfter) }),
    isOn,
  };
}

const numberIn = (text: string): number => Number(text.trim().replace('−', '-'));
