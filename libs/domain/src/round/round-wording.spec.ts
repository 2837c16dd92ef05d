import fc from 'fast-check';
import { expectToNameFields, expectToTellAll, perhaps, someDay } from '../change/wording.fixtures.js';
import { ROUND_CADENCES, type RoundContent } from './round.js';
import { type RoundRule } from './round-rule.js';
import { ROUND_RULE_WORDING, roundRuleName, ROUND_WORDING } from './round-wording.js';

const someCount = fc.integer({ min: 0, max: 60 });

describe('the wording of rounds', () => {
  it('tells whatever is said otherwise of a round', () => {
    const rounds: fc.Arbitrary<RoundContent> = fc.record({
      ...{ period: fc.constant('2026-Q3'), opensOn: someDay, dueOn: someDay, graceDays: someCount, reviewUntil: someDay },
      ...{ publishAt: perhaps(someDay.map((day) => `${day}T07:00:00.000Z`)), locksOn: perhaps(someDay), isCancelled: fc.boolean() },
    });
    expectToTellAll(ROUND_WORDING, rounds, ['period']);
    expectToNameFields(ROUND_WORDING);
  });

  it('tells whatever is said otherwise of a rule', () => {
    const rules: fc.Arbitrary<RoundRule> = fc.record({
      ...{ cadence: fc.constantFrom(...ROUND_CADENCES), opensAfter: someCount, daysOpen: someCount, graceDays: someCount },
      ...{ reviewDays: someCount, publishAfter: perhaps(someCount), locksAfter: perhaps(someCount), isOn: fc.boolean() },
    });
    expectToTellAll(ROUND_RULE_WORDING, rules, ['cadence']);
    expectToNameFields(ROUND_RULE_WORDING);
    expect(roundRuleName({ cadence: 'quarter' })).toBe('omgångar varje kvartal');
  });
});
