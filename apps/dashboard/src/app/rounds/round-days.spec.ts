import { aRoundView } from '../../testing/rounds.js';
import { daysFaults, daysOf, saidIn, type DaysFaults, type RoundDays } from './round-days.js';

const {
  period,
  revision: _,
  state: __,
  isCancelled: ___,
  ...said
} = aRoundView({
  publishAt: '2026-11-02T07:00:30.000Z',
  locksOn: '2026-11-15',
});

describe('the days of a round', () => {
  it('are typed by the clock in Stockholm, and sent as they were where nothing was typed', () => {
    const days = daysOf(said);
    expect([days.publishAt, days.locksOn, days.graceDays]).toEqual(['2026-11-02T08:00', '2026-11-15', '3']);
    expect(saidIn(days, said)).toEqual(said);
  });

  it('leave out what is emptied, and send another moment as it was typed', () => {
    const { publishAt: _at, locksOn: _on, ...rest } = said;
    expect(saidIn({ ...daysOf(said), publishAt: '', locksOn: '' }, said)).toEqual(rest);
    expect(saidIn({ ...daysOf(said), publishAt: '2026-07-02T00:30' }, said).publishAt).toBe('2026-07-01T22:30:00.000Z');
  });

  const faults: readonly (readonly [typed: Partial<RoundDays>, faults: DaysFaults])[] = [
    [{}, {}],
    [
      { opensOn: '', reviewUntil: '' },
      { opensOn: 'day', reviewUntil: 'day' },
    ],
    [{ graceDays: 'tre' }, { graceDays: 'number' }],
    [{ graceDays: '63' }, { graceDays: 'number' }],
    [{ opensOn: '2028-10-01' }, { opensOn: 'round.far-from-its-period' }],
    [{ dueOn: '2026-09-30' }, { dueOn: 'round.due-before-it-opens' }],
    [{ reviewUntil: '2026-10-22' }, { reviewUntil: 'round.reviewed-before-it-is-due' }],
    [{ publishAt: '2026-09-30T23:59' }, { publishAt: 'round.public-before-it-opens' }],
    [{ publishAt: '2062-10-31T08:00' }, { publishAt: 'round.public-too-late' }],
    [{ locksOn: '2026-10-30' }, { locksOn: 'round.locked-before-it-is-reviewed' }],
  ];
  for (const [typed, found] of faults)
    it(`with ${JSON.stringify(typed)}: ${JSON.stringify(found)}`, () =>
      expect(daysFaults(period, { ...daysOf(said), ...typed })).toEqual(found));
});
