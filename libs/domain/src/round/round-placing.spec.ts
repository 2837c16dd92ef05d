import fc from 'fast-check';
import { awaitedValues } from '../time/awaited-value.js';
import { addDays, dueDate, periodEnd, type CalendarRules } from '../time/calendar.js';
import { type Cadence } from '../time/period.js';
import { parsePeriod, periodCode } from '../time/period-code.js';
import { aRound } from './round.fixtures.js';
import { RoundsByDay } from './round-placing.js';
import { roundByRule, type RoundRule } from './round-rule.js';

const rules = (cadence: Cadence, lagDays: number, graceDays = 30): CalendarRules => ({
  ...{ cadence, lagDays, graceDays, irregularYears: [], endsAfter: undefined },
});
const Q2 = aRound({ period: '2026-Q2', opensOn: '2026-07-01', dueOn: '2026-07-20', reviewUntil: '2026-07-30' });
const Q3 = aRound();

describe('which round asks for a figure', () => {
  const rounds = new RoundsByDay([Q3, Q2]);
  const cases: readonly (readonly [what: string, cadence: Cadence, lagDays: number, period: string, round: string | undefined])[] = [
    ['its own, when it is published in time', 'quarter', 10, '2026-Q3', '2026-Q3'],
    ['its own, on the last day', 'quarter', 20, '2026-Q3', '2026-Q3'],
    ['none, when it is published later', 'quarter', 21, '2026-Q3', undefined],
    ['the next, when it was published too late for its own', 'quarter', 60, '2026-Q2', '2026-Q3'],
    ['that of its quarter, for a month', 'month', 15, '2026-M08', '2026-Q3'],
    ['that of the quarter before, when it has ended and is due there', 'month', 15, '2026-M06', '2026-Q2'],
    ['none, for what was due before the first round', 'month', 15, '2026-M03', undefined],
    ['the first, for what was due in the time of one period', 'month', 30, '2026-M03', '2026-Q2'],
    ['none, for what has not ended', 'year', -400, '2027', undefined],
    ['the next, for a year whose source publishes in August', 'year', 240, '2025', '2026-Q3'],
  ];
  for (const [what, cadence, lagDays, period, round] of cases)
    it(`is ${what}: ${period}, ${lagDays} days after its end`, () =>
      expect(rounds.asking(parsePeriod(period), rules(cadence, lagDays))?.period).toBe(round));

  it('is that of the very period, though another ended its wait earlier', () => {
    const year = aRound({ period: '2026', opensOn: '2027-01-10', dueOn: '2027-02-28', reviewUntil: '2027-03-15' });
    const q4 = aRound({ period: '2026-Q4', opensOn: '2027-01-01', dueOn: '2027-01-20', reviewUntil: '2027-01-30' });
    const both = new RoundsByDay([Q3, q4, year]);
    expect(both.asking(parsePeriod('2026'), rules('year', 15))?.period).toBe('2026');
    expect(both.asking(parsePeriod('2026-Q4'), rules('quarter', 15))?.period).toBe('2026-Q4');
  });

  it('is none that was cancelled', () => {
    expect(new RoundsByDay([{ ...Q3, isCancelled: true }]).asking(parsePeriod('2026-Q3'), rules('quarter', 10))).toBeUndefined();
  });

  const quarterly: RoundRule = { cadence: 'quarter', opensAfter: 1, daysOpen: 20, graceDays: 3, reviewDays: 7, isOn: true };
  const aYear = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((code) => roundByRule(quarterly, code, periodEnd(parsePeriod(code))));

  it('is one for each figure, which each round lists once, and no round asks for what is published after it', () => {
    fc.assert(
      fc.property(fc.constantFrom('month', 'quarter', 'tertial', 'year' as const), fc.integer({ min: 0, max: 300 }), (cadence, lag) => {
        const placed = new RoundsByDay(aYear);
        const own = rules(cadence, lag);
        const listed = aYear.flatMap(({ period }) => placed.askedIn(period, own).map((asked) => ({ period, asked })));
        const codes = listed.map(({ asked }) => periodCode(asked));
        expect(new Set(codes).size).toBe(codes.length);
        for (const { period, asked } of listed) {
          expect(placed.asking(asked, own)?.period).toBe(period);
          expect(dueDate(asked, own) <= (aYear.find((round) => round.period === period)?.dueOn ?? '')).toBeTrue();
        }
      }),
    );
  });

  it('tells what is not due yet, and is not late', () => {
    expect(rounds.notYetDueIn('2026-Q3', rules('quarter', 60)).map(periodCode)).toEqual(['2026-Q3']);
    expect(rounds.notYetDueIn('2026-Q3', rules('month', 40)).map(periodCode)).toEqual(['2026-M09']);
    expect(rounds.notYetDueIn('2026-Q3', rules('quarter', 10))).toEqual([]);
  });
});

describe('when a round asks', () => {
  const rounds = new RoundsByDay([aRound({ locksOn: '2026-11-15', publishAt: '2026-11-02T08:00:00.000Z' })]);
  const [period, own] = [parsePeriod('2026-Q3'), rules('quarter', 15, 5)];

  it('a figure is asked for from the day it opens, though it is due later', () => {
    expect(['2026-09-30', '2026-10-01'].map((today) => rounds.isAskedFor(period, own, today))).toEqual([false, true]);
    expect(new RoundsByDay([]).isAskedFor(period, own, '2026-10-14')).toBeFalse();
    expect(new RoundsByDay([]).isAskedFor(period, own, '2026-10-15')).toBeTrue();
    expect(['2026-09-30', '2026-10-01', '2026-10-24'].map((today) => rounds.askedUntil(today))).toEqual([
      '2026-09-30',
      '2026-10-20',
      '2026-10-24',
    ]);
  });

  it('its last day is that of the round with its grace, and by the calendar what had passed before', () => {
    expect(rounds.lastDay(period, own)).toBe('2026-10-23');
    expect(rounds.lastDay(parsePeriod('2026-M07'), rules('month', 15, 5))).toBe('2026-08-20');
    expect(new RoundsByDay([]).lastDay(period, own)).toBe('2026-10-20');
  });

  it('what has just begun to be measured has its time, whatever the round says', () => {
    const since = (lateAtEarliest: string): string => rounds.lastDay(period, { ...own, lateAtEarliest });
    expect([since('2026-10-24'), since('2026-10-25'), since('2026-11-20')]).toEqual(['2026-10-23', '2026-10-24', '2026-11-19']);
  });

  it('it is locked from its day on, and what is approved before it is public waits', () => {
    expect(['2026-11-14', '2026-11-15'].map((today) => rounds.isLocked(period, own, today))).toEqual([false, true]);
    expect(rounds.publicFrom(period, own, '2026-10-20T10:00:00.000Z')).toBe('2026-11-02T08:00:00.000Z');
    expect(rounds.publicFrom(period, own, '2026-11-02T08:00:00.001Z')).toBe('2026-11-02T08:00:00.001Z');
    expect(rounds.publicFrom(parsePeriod('2026-Q2'), own, '2026-10-20T10:00:00.000Z')).toBe('2026-10-20T10:00:00.000Z');
  });
});

describe('a value that is waited for, by the plan of the rounds', () => {
  const own = rules('quarter', 10, 5);
  const [period, reported] = [parsePeriod('2026-Q3'), [parsePeriod('2026-Q2')]];
  const planned = (publishAt: string | undefined, today: string) => {
    const [waiting] = awaitedValues(own, reported, today);
    return waiting && new RoundsByDay([aRound({ publishAt })]).asPlanned(waiting, own, today);
  };
  const later = '2026-11-02T07:00:00.000Z';
  const cases: readonly (readonly [what: string, publishAt: string | undefined, today: string, is: readonly [string, string, number]])[] = [
    ['the day of its calendar, where the round publishes at once', undefined, '2026-10-01', ['2026-10-10', 'not-yet-due', 0]],
    ['the day of its calendar, where the round is public before', '2026-10-05T07:00:00.000Z', '2026-10-12', ['2026-10-10', 'due', 0]],
    ['the day its round is public', later, '2026-10-01', ['2026-11-02', 'not-yet-due', 0]],
    ['not late while it may be waiting', later, '2026-10-30', ['2026-11-02', 'not-yet-due', 0]],
    ['due on that day', later, '2026-11-02', ['2026-11-02', 'due', 0]],
    ['late from the day after', later, '2026-11-03', ['2026-11-02', 'overdue', 1]],
    ['late by its own grace, where that is longer', '2026-10-12T07:00:00.000Z', '2026-10-17', ['2026-10-12', 'overdue', 2]],
    ['the day in Stockholm', '2026-11-01T23:30:00.000Z', '2026-10-01', ['2026-11-02', 'not-yet-due', 0]],
  ];
  for (const [what, publishAt, today, [date, state, daysLate]] of cases)
    it(`is ${what}: ${date} on ${today}`, () =>
      expect(planned(publishAt, today)).toEqual(jasmine.objectContaining({ period, date, state, daysLate })));

  it('is that of its calendar, where no round asks', () => {
    const [waiting] = awaitedValues(own, reported, '2026-10-01');
    expect(waiting && new RoundsByDay([]).asPlanned(waiting, own, '2026-10-01')).toBe(waiting);
    expect(new RoundsByDay([]).lateFrom(period, own)).toBe('2026-10-16');
  });

  const late: readonly (readonly [publishAt: string | undefined, from: string])[] = [
    [undefined, '2026-10-16'],
    ['2026-10-14T07:00:00.000Z', '2026-10-16'],
    ['2026-10-15T07:00:00.000Z', '2026-10-16'],
    ['2026-10-16T07:00:00.000Z', '2026-10-17'],
    [later, '2026-11-03'],
  ];
  for (const [publishAt, from] of late)
    it(`is late from ${from}, public ${publishAt ?? 'at once'}`, () => {
      const rounds = new RoundsByDay([aRound({ publishAt })]);
      expect(rounds.lateFrom(period, own)).toBe(from);
      expect([planned(publishAt, addDays(from, -1))?.daysLate, planned(publishAt, from)?.daysLate]).toEqual([0, 1]);
    });
});
