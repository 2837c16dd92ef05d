import { roundFault } from './round.js';
import { nextRoundOfRule, roundByRule, roundsOfRule, USUAL_ROUND_RULE, type RoundRule } from './round-rule.js';

/** "Varje kvartal, öppnar 1 dag efter periodens slut, 20 dagar", three of grace, a week of review. */
const QUARTERLY: RoundRule = { cadence: 'quarter', opensAfter: 1, daysOpen: 20, graceDays: 3, reviewDays: 7, isOn: true };

describe('a rule of rounds', () => {
  it('counts its days from the end of the period', () => {
    expect(roundByRule({ ...QUARTERLY, publishAfter: 1, locksAfter: 14 }, '2026-Q3', '2026-09-30')).toEqual({
      ...{ period: '2026-Q3', opensOn: '2026-10-01', dueOn: '2026-10-20', graceDays: 3, reviewUntil: '2026-10-30' },
      ...{ publishAt: '2026-10-30T23:00:00.000Z', locksOn: '2026-11-13', isCancelled: false },
    });
  });

  const days: readonly (readonly [today: string, periods: string[]])[] = [
    ['2026-09-30', ['2026-Q3']],
    ['2026-10-01', ['2026-Q3', '2026-Q4']],
    ['2026-10-23', ['2026-Q3', '2026-Q4']],
    ['2026-10-24', ['2026-Q4']],
    ['2027-01-01', ['2026-Q4', '2027-Q1']],
  ];
  for (const [today, periods] of days)
    it(`has on ${today} the rounds of ${periods.join(' and ')}`, () => {
      const rounds = roundsOfRule(QUARTERLY, today);
      expect(rounds.map(({ period }) => period)).toEqual(periods);
      expect(rounds.map(roundFault)).toEqual(rounds.map(() => undefined));
    });

  const next: readonly (readonly [today: string, opensAfter: number, opensOn: string])[] = [
    ['2026-09-30', 1, '2026-10-01'],
    ['2026-10-01', 1, '2027-01-01'],
    ['2026-10-01', 40, '2026-11-09'],
    ['2026-12-20', -14, '2027-03-17'],
  ];
  for (const [today, opensAfter, opensOn] of next)
    it(`opens next on ${opensOn}, asked on ${today}, when it opens ${opensAfter} days after the period`, () =>
      expect(nextRoundOfRule({ ...QUARTERLY, opensAfter, isOn: false }, today).opensOn).toBe(opensOn));

  it('proposes days that fit together', () =>
    expect(roundFault(roundByRule({ cadence: 'year', ...USUAL_ROUND_RULE }, '2026', '2026-12-31'))).toBeUndefined());

  it('makes none when it is off', () => expect(roundsOfRule({ ...QUARTERLY, isOn: false }, '2026-10-01')).toEqual([]));
});
