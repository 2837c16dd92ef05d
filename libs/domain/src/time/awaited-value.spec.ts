import fc from 'fast-check';
import { awaitedUntil, awaitedValues, earlierHoles, lackingPeriods } from './awaited-value.js';
import { addDays, dueState, lateAtEarliest, type CalendarRules } from './calendar.js';
import { nextPeriod, type Period } from './period.js';
import { parsePeriod, periodCode } from './period-code.js';

const yearly: CalendarRules = { cadence: 'year', lagDays: 50, graceDays: 30, irregularYears: [] };
const monthly: CalendarRules = { cadence: 'month', lagDays: 30, graceDays: 10, irregularYears: [] };
const elections: CalendarRules = { cadence: 'irregular', lagDays: -100, graceDays: 30, irregularYears: [2018, 2022, 2026] };

const periods = (...codes: readonly string[]): Period[] => codes.map(parsePeriod);

describe('the value that is waited for', () => {
  // 31 December + 50 days is 19 February, the last day of grace 21 March.
  const days: [today: string, state: string, daysLate: number][] = [
    ['2026-02-18', 'not-yet-due', 0],
    ['2026-02-19', 'due', 0],
    ['2026-03-21', 'due', 0],
    ['2026-03-22', 'overdue', 1],
    ['2026-04-01', 'overdue', 11],
  ];
  for (const [today, state, daysLate] of days) {
    it(`is ${state} on ${today}, ${daysLate} days late`, () => {
      const [awaited] = awaitedValues(yearly, periods('2024'), today);
      expect(awaited).toEqual({
        period: parsePeriod('2025'),
        date: '2026-02-19',
        state,
        lateFrom: '2026-03-22',
        daysLate,
      } as typeof awaited);
    });
  }

  // Recorded on 1 November 2026, when its 2025 had been late by the calendar for months.
  const begun: [today: string, state: string, daysLate: number][] = [
    ['2026-11-01', 'due', 0],
    ['2026-11-30', 'due', 0],
    ['2026-12-01', 'overdue', 1],
    ['2026-12-02', 'overdue', 2],
  ];
  for (const [today, state, daysLate] of begun) {
    it(`of something new is ${state} on ${today}, ${daysLate} days late`, () => {
      const [awaited] = awaitedValues({ ...yearly, lateAtEarliest: lateAtEarliest('2026-11-01') }, [], today);
      expect([awaited?.state, awaited?.lateFrom, awaited?.daysLate]).toEqual([state, '2026-12-01', daysLate] as never);
    });
  }

  const cases: [what: string, rules: CalendarRules, reported: readonly string[], awaited: string | undefined, date?: string][] = [
    ['the month after one that came before its day', monthly, ['2026-M09', '2026-M10'], '2026-M11', '2026-12-30'],
    ['the month that is due next, all being there', monthly, ['2026-M08', '2026-M09'], '2026-M10', '2026-11-30'],
    ['the one that lacks, before the one to come', monthly, ['2026-M07', '2026-M09'], '2026-M08', '2026-09-30'],
    ['the earliest of four that lack', monthly, ['2026-M01'], '2026-M06', '2026-07-30'],
    ['nothing from before the series began', monthly, ['2026-M09'], '2026-M10', '2026-11-30'],
    ['the latest due one of a series that has none', monthly, [], '2026-M09', '2026-10-30'],
    ['a year that lacks though a later one is there', yearly, ['2023', '2025'], '2024', '2025-02-19'],
    ['the year after next, where next year is known', { ...yearly, lagDays: -400 }, ['2026', '2027'], '2028', '2027-11-27'],
    [
      'nothing after the last period of what has ended',
      { ...monthly, endsAfter: parsePeriod('2026-M08') },
      ['2026-M07', '2026-M08'],
      undefined,
    ],
    [
      'the last period of what has ended, until it is there',
      { ...monthly, endsAfter: parsePeriod('2026-M08') },
      ['2026-M07'],
      '2026-M08',
      '2026-09-30',
    ],
    ['nothing of elections that have ended', { ...elections, endsAfter: parsePeriod('2025') }, ['2018', '2022'], undefined],
    ['the next election', elections, ['2018', '2022'], '2026', '2026-09-22'],
    ['nothing after the last election of the list', elections, ['2018', '2022', '2026'], undefined],
    ['the first of the list before any is due', { ...elections, irregularYears: [2030, 2034] }, [], '2030', '2030-09-22'],
    ['nothing without a list', { ...elections, irregularYears: [] }, [], undefined],
  ];
  for (const [what, rules, reported, expected, date] of cases) {
    it(`is ${what}`, () => {
      const [awaited] = awaitedValues(rules, periods(...reported), '2026-11-27');
      expect([awaited && periodCode(awaited.period), awaited?.date]).toEqual([expected, date]);
    });
  }

  it('stands as the calendar says on every day of a year', () => {
    for (const rules of [yearly, { ...yearly, graceDays: 0 }, { ...yearly, cadence: 'month', lagDays: 0 } as const]) {
      const reported = periods(rules.cadence === 'year' ? '2024' : '2024-M12');
      for (let day = 0; day < 500; day += 1) {
        const today = addDays('2025-01-01', day);
        const [awaited] = awaitedValues(rules, reported, today);
        expect(awaited?.state)
          .withContext(today)
          .toBe(awaited && dueState(awaited.period, rules, today));
      }
    }
  });

  it('is never one that is there, and none that is due lies between it and four back', () => {
    const start = parsePeriod('2025-M01');
    const months = Array.from({ length: 24 }).reduce<Period[]>((all) => [...all, nextPeriod(all.at(-1) ?? start)], [start]);
    fc.assert(
      fc.property(fc.subarray(months, { minLength: 1 }), fc.integer({ min: 0, max: 700 }), (reported, day) => {
        const today = addDays('2025-03-01', day);
        const lacking = lackingPeriods(monthly, reported, today).map(periodCode);
        const awaited = awaitedValues(monthly, reported, today).map(({ period }) => periodCode(period));
        for (const period of awaited) expect(reported.map(periodCode)).not.toContain(period);
        expect(lacking.length).toBeLessThanOrEqual(4);
        // Every hole is told, and only where there is none what comes next.
        expect(lacking.length > 0 ? awaited : awaited.slice(1)).toEqual(lacking);
      }),
    );
  });
});

describe('every value that is waited for until a day', () => {
  const days = { today: '2026-11-23', until: '2027-03-02' };
  const cases: [what: string, rules: CalendarRules, reported: readonly string[], awaited: readonly string[]][] = [
    [
      'those that lack and those to come, the last day included',
      monthly,
      ['2026-M08'],
      ['2026-M09', '2026-M10', '2026-M11', '2026-M12', '2027-M01'],
    ],
    ['without one that came before its day', monthly, ['2026-M09', '2026-M11'], ['2026-M10', '2026-M12', '2027-M01']],
    ['the listed years only', { ...elections, irregularYears: [2022, 2026, 2030], lagDays: 10 }, ['2022'], ['2026']],
    ['none after the last listed year', { ...elections, irregularYears: [2022] }, ['2022'], []],
    ['those before it ends', { ...monthly, endsAfter: parsePeriod('2026-M11') }, ['2026-M09'], ['2026-M10', '2026-M11']],
    [
      'what never came of what has ended, and nothing after',
      { ...monthly, endsAfter: parsePeriod('2026-M09') },
      ['2026-M07'],
      ['2026-M08', '2026-M09'],
    ],
    ['nothing of what has ended when all came', { ...monthly, endsAfter: parsePeriod('2026-M09') }, ['2026-M08', '2026-M09'], []],
    ['of a series without a figure the latest due one first', yearly, [], ['2025', '2026']],
  ];
  for (const [what, rules, reported, awaited] of cases)
    it(`is ${what}`, () =>
      expect(awaitedUntil(rules, periods(...reported), days).map(({ period }) => periodCode(period))).toEqual(awaited));

  it('begins with the one that is waited for', () => {
    const reported = periods('2026-M06');
    expect(awaitedUntil(monthly, reported, days)[0]).toEqual(awaitedValues(monthly, reported, days.today)[0]);
  });
});

describe('what lacks from before what is asked for', () => {
  const cases: [what: string, rules: CalendarRules, reported: readonly string[], runs: readonly string[]][] = [
    ['years in a row, and one alone', yearly, ['2013', '2020', '2022', '2023'], ['2014–2019', '2021–2021']],
    ['nothing from before the series began', yearly, ['2021'], []],
    ['nothing that is still asked for', yearly, ['2021', '2025'], []],
    ['listed years only', { ...elections, irregularYears: [2006, 2010, 2014, 2018, 2022, 2026] }, ['2006', '2026'], ['2010–2010']],
    ['nothing of a series without a figure', yearly, [], []],
  ];
  for (const [what, rules, reported, runs] of cases) {
    it(`is ${what}`, () => {
      const found = earlierHoles(rules, periods(...reported), '2026-11-27');
      expect(found.map(({ first, last }) => `${periodCode(first)}–${periodCode(last)}`)).toEqual([...runs]);
    });
  }
});
