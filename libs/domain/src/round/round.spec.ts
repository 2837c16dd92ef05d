import { aRound } from './round.fixtures.js';
import { roundFault, ROUND_STATES, roundState, type RoundContent, type RoundState } from './round.js';
import { roundName, roundStateWord } from './round-words.js';

describe('a round', () => {
  const days: readonly (readonly [today: string, state: RoundState])[] = [
    ['2026-09-30', 'planned'],
    ['2026-10-01', 'open'],
    ['2026-10-23', 'open'],
    ['2026-10-24', 'review'],
    ['2026-10-30', 'review'],
    ['2026-10-31', 'closed'],
    ['2026-11-15', 'locked'],
  ];
  for (const [today, state] of days)
    it(`is ${state} on ${today}`, () => expect(roundState(aRound({ locksOn: '2026-11-15' }), today)).toBe(state));

  it('stays closed when nobody locks it, and cancelled whatever the day', () => {
    expect(roundState(aRound(), '2030-01-01')).toBe('closed');
    expect(roundState(aRound({ isCancelled: true }), '2026-10-02')).toBe('cancelled');
  });

  const faults: readonly (readonly [changes: Partial<RoundContent>, fault: ReturnType<typeof roundFault>])[] = [
    [{}, undefined],
    [{ opensOn: '2026-10-20' }, undefined],
    [{ opensOn: '2026-10-21' }, 'round.due-before-it-opens'],
    [{ opensOn: '2025-09-28' }, 'round.far-from-its-period'],
    [{ opensOn: '2027-10-02', dueOn: '2027-10-20', reviewUntil: '2027-10-30' }, 'round.far-from-its-period'],
    [{ reviewUntil: '2026-10-23' }, undefined],
    [{ reviewUntil: '2026-10-22' }, 'round.reviewed-before-it-is-due'],
    [{ publishAt: '2026-09-30T22:00:00.000Z' }, undefined],
    [{ publishAt: '2026-09-30T21:59:59.999Z' }, 'round.public-before-it-opens'],
    [{ publishAt: '2027-10-31T22:59:59.999Z' }, undefined],
    [{ publishAt: '2027-10-31T23:00:00.000Z' }, 'round.public-too-late'],
    [{ publishAt: '9999-10-01T08:00:00.000Z' }, 'round.public-too-late'],
    [{ locksOn: '2026-10-31' }, undefined],
    [{ locksOn: '2026-10-30' }, 'round.locked-before-it-is-reviewed'],
  ];
  for (const [changes, fault] of faults)
    it(`with ${JSON.stringify(changes)} ${fault ? `is refused: ${fault}` : 'fits together'}`, () =>
      expect(roundFault(aRound(changes))).toBe(fault));

  it('has a name, and a word for each state, in both languages', () => {
    expect([roundName('2026-Q3', 'sv'), roundName('2026-T2', 'en')]).toEqual(['Uppföljning kvartal 3 2026', 'Follow-up May–August 2026']);
    for (const language of ['sv', 'en'] as const)
      expect(new Set(ROUND_STATES.map((state) => roundStateWord(state, language))).size).toBe(ROUND_STATES.length);
  });
});
