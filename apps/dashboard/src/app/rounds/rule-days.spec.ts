import { USUAL_ROUND_RULE } from '@slusen/domain';
import { ruleDaysOf, ruleFaults, ruleIn, type RuleDays, type RuleField } from './rule-days.js';

const usual = ruleDaysOf(USUAL_ROUND_RULE);

describe('the days of a rule', () => {
  it('are typed as numbers, and nothing where there is none', () => {
    expect([usual.opensAfter, usual.publishAfter, usual.locksAfter]).toEqual(['1', '', '']);
    expect(ruleIn(usual)).toEqual(USUAL_ROUND_RULE);
    expect(ruleIn({ ...usual, opensAfter: '−14', publishAfter: '0', locksAfter: ' 30 ' })).toEqual({
      ...USUAL_ROUND_RULE,
      ...{ opensAfter: -14, publishAfter: 0, locksAfter: 30 },
    });
  });

  const faults: readonly (readonly [typed: Partial<RuleDays>, fields: RuleField[]])[] = [
    [{}, []],
    [{ daysOpen: '', reviewDays: 'tio' }, ['daysOpen', 'reviewDays']],
    [{ daysOpen: '0', graceDays: '63', locksAfter: '0' }, ['daysOpen', 'graceDays', 'locksAfter']],
    [{ opensAfter: '-91' }, ['opensAfter']],
    [{ opensAfter: '-90', daysOpen: '366' }, []],
    [{ opensAfter: '1,5' }, ['opensAfter']],
  ];
  for (const [typed, fields] of faults)
    it(`with ${JSON.stringify(typed)} are wrong in ${fields.join(', ') || 'nothing'}`, () =>
      expect(ruleFaults({ ...usual, ...typed })).toEqual(fields));
});
