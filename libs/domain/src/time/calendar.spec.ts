import fc from 'fast-check';
import {
  addDays,
  addMonths,
  completeDate,
  daysBetween,
  dueDate,
  dueState,
  endOfStockholmDay,
  isEnterable,
  lastDayInTime,
  latestDuePeriod,
  latestDuePeriods,
  measuredAfter,
  lateAtEarliest,
  overdueDate,
  periodContaining,
  periodEnd,
  periodStart,
  startOfStockholmDay,
  wasComplete,
  type CalendarRules,
  type DueState,
} from './calendar.js';
import { stockholmDate } from './stockholm.js';
import { DomainError } from '../domain-error.js';
import { nextPeriod } from './period.js';
import { parsePeriod, periodCode } from './period-code.js';

const quarterly: CalendarRules = { cadence: 'quarter', lagDays: 20, graceDays: 10, irregularYears: [] };
const elections: CalendarRules = {
  cadence: 'irregular',
  lagDays: 0,
  graceDays: 30,
  irregularYears: [2022, 2014, 2018, 2026],
};
const anyDate = fc.integer({ min: -7_000, max: 50_000 }).map((day) => addDays('1970-01-01', day));

describe('dates', () => {
  it('count days over leap days and turns of the year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    fc.assert(fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => daysBetween(date, addDays(date, days)) === days));
  });

  for (const text of ['2026-02-30', '2026-13-01', '2026-9-1', '', '2026-09-30T00:00:00Z']) {
    it(`refuse "${text}"`, () => {
      expect(() => addDays(text, 1)).toThrow(new DomainError('date.unknown', { text }));
    });
  }

  const moments: [instant: string, date: string][] = [
    ['2026-09-30T21:59:59.999Z', '2026-09-30'],
    ['2026-09-30T22:00:00.000Z', '2026-10-01'],
    ['2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ];
  for (const [instant, date] of moments) {
    it(`are Stockholm's: ${instant} is ${date}`, () => {
      expect(stockholmDate(instant)).toBe(date);
    });
  }

  it('end at the last millisecond in Stockholm, also when the clocks change', () => {
    expect(endOfStockholmDay('2026-09-30')).toBe('2026-09-30T21:59:59.999Z');
    expect(endOfStockholmDay('2026-03-28')).toBe('2026-03-28T22:59:59.999Z');
    expect(endOfStockholmDay('2026-03-29')).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfStockholmDay('2026-10-25')).toBe('2026-10-25T22:59:59.999Z');
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = endOfStockholmDay(date);
        expect(stockholmDate(end)).toBe(date);
        expect(stockholmDate(new Date(Date.parse(end) + 1).toISOString())).toBe(addDays(date, 1));
      }),
    );
  });

  it('start at the first millisecond in Stockholm, also when the clocks change', () => {
    expect(startOfStockholmDay('2027-01-01')).toBe('2026-12-31T23:00:00.000Z');
    expect(startOfStockholmDay('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfStockholmDay('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfStockholmDay('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfStockholmDay('2026-10-26')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('are not made up from a moment that is none', () => {
    expect(() => stockholmDate('i går')).toThrow(new DomainError('instant.unknown', { text: 'i går' }));
  });
});

describe('a period in the calendar', () => {
  const spans: [code: string, start: string, end: string][] = [
    ['2026-M02', '2026-02-01', '2026-02-28'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-T2', '2026-05-01', '2026-08-31'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2028', '2028-01-01', '2028-12-31'],
  ];
  for (const [code, start, end] of spans) {
    it(`runs from ${start} to ${end} when it is ${code}`, () => {
      expect([periodStart(parsePeriod(code)), periodEnd(parsePeriod(code))]).toEqual([start, end]);
    });
  }

  it('contains the dates from its start to its end and no other', () => {
    const cadence = fc.constantFrom('month', 'quarter', 'tertial', 'half-year', 'year', 'irregular' as const);
    fc.assert(
      fc.property(anyDate, cadence, (date, own) => {
        const period = periodContaining(date, own);
        expect(date >= periodStart(period) && date <= periodEnd(period)).toBeTrue();
        expect(addDays(periodEnd(period), 1)).toBe(periodStart(nextPeriod(period)));
      }),
    );
  });
});

describe('a period for which a figure can be entered', () => {
  const cases: [code: string, lagDays: number, today: string, isEnterable: boolean][] = [
    ['2026-Q3', 30, '2026-06-30', false],
    ['2026-Q3', 30, '2026-07-01', true],
    ['2026-Q3', 30, '2027-01-01', true],
    // A tax rate is decided a good year before its year ends: 26 November 2026 is due, 27 September the first day.
    ['2027', -400, '2026-09-26', false],
    ['2027', -400, '2026-09-27', true],
    // An election in September: its year has begun long before.
    ['2026', -100, '2026-01-01', true],
  ];
  for (const [code, lagDays, today, expected] of cases) {
    it(`is ${expected ? '' : 'not '}${code} on ${today} with ${lagDays} days of lag`, () => {
      expect(isEnterable(parsePeriod(code), { lagDays }, today)).toBe(expected);
    });
  }
});

describe('a complete period', () => {
  const cases: [code: string, lagDays: number, from: string][] = [
    ['2026-Q3', 0, '2026-10-01'],
    ['2026-M02', 400, '2026-03-01'],
    ['2026', 50, '2027-01-01'],
    ['2026', -100, '2026-07-24'],
    ['2027', -400, '2026-09-27'],
    ['2026', -1, '2026-10-31'],
  ];
  for (const [code, lagDays, from] of cases) {
    it(`is ${code} with ${lagDays} days of lag from ${from}, midnight in Stockholm`, () => {
      const period = parsePeriod(code);
      expect(completeDate(period, { lagDays })).toBe(from);
      const midnight = startOfStockholmDay(from);
      const before = new Date(Date.parse(midnight) - 1).toISOString();
      expect([before, midnight].map((at) => wasComplete(period, { lagDays }, at))).toEqual([false, true]);
    });
  }

  it('stays complete, whatever the lag', () => {
    const months = fc.integer({ min: 0, max: 1200 }).map((count) => new Date(Date.UTC(2026, 9 + count, 1)).toISOString());
    fc.assert(
      fc.property(fc.integer({ min: -730, max: 3660 }), months, (lagDays, at) => wasComplete(parsePeriod('2026-Q3'), { lagDays }, at)),
    );
  });
});

describe('the publication calendar', () => {
  const states: [today: string, state: DueState][] = [
    ['2026-10-19', 'not-yet-due'],
    ['2026-10-20', 'due'],
    ['2026-10-30', 'due'],
    ['2026-10-31', 'overdue'],
  ];
  for (const [today, state] of states) {
    it(`calls quarter 3 ${state} on ${today}, with twenty days of lag and ten of grace`, () => {
      expect(dueState(parsePeriod('2026-Q3'), quarterly, today)).toBe(state);
    });
  }

  it('names the days a value is due and overdue', () => {
    expect(dueDate(parsePeriod('2026-Q3'), quarterly)).toBe('2026-10-20');
    expect(overdueDate(parsePeriod('2026-Q3'), quarterly)).toBe('2026-10-31');
    expect(overdueDate(parsePeriod('2026-Q3'), { ...quarterly, lateAtEarliest: lateAtEarliest('2026-10-02') })).toBe('2026-11-01');
    expect(overdueDate(parsePeriod('2026-Q3'), { ...quarterly, lateAtEarliest: lateAtEarliest('2026-10-01') })).toBe('2026-10-31');
  });

  it('names one last day in time: due still, and overdue the day after', () => {
    const period = parsePeriod('2026-Q3');
    const last = lastDayInTime(period, quarterly);
    expect(last).toBe('2026-10-30');
    expect([dueState(period, quarterly, last), dueState(period, quarterly, addDays(last, 1))]).toEqual(['due', 'overdue']);
  });

  it('never waits for a period of another cadence', () => {
    expect(dueState(parsePeriod('2020-M01'), quarterly, '2026-10-31')).toBe('not-yet-due');
  });

  it('finds the latest due period, and none after it is due', () => {
    expect(periodCode(latestDuePeriod(quarterly, '2026-10-19')!)).toBe('2026-Q2');
    expect(periodCode(latestDuePeriod(quarterly, '2026-10-20')!)).toBe('2026-Q3');
    const cadence = fc.constantFrom('month', 'quarter', 'tertial', 'half-year', 'year' as const);
    fc.assert(
      fc.property(anyDate, cadence, fc.integer({ min: 0, max: 500 }), (today, own, lagDays) => {
        const rules = { ...quarterly, cadence: own, lagDays };
        const latest = latestDuePeriod(rules, today)!;
        expect(dueState(latest, rules, today)).not.toBe('not-yet-due');
        expect(dueState(nextPeriod(latest), rules, today)).toBe('not-yet-due');
      }),
    );
  });

  it('goes back through the latest due periods, oldest first', () => {
    expect(latestDuePeriods(quarterly, '2026-10-19', 3).map(periodCode)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(latestDuePeriods(elections, '2025-06-01', 2).map(periodCode)).toEqual(['2018', '2022']);
    expect(latestDuePeriods(elections, '2015-06-01', 4).map(periodCode)).toEqual(['2014']);
  });
});

describe('months later', () => {
  const cases: [date: string, months: number, later: string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-15', 3, '2028-03-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 12, '2027-11-30'],
    ['2026-12-31', 0, '2026-12-31'],
  ];
  for (const [date, months, later] of cases) {
    it(`is ${later}, ${months} after ${date}`, () => {
      expect(addMonths(date, months)).toBe(later);
    });
  }
});

describe('an irregular indicator', () => {
  it('is due in its listed years only', () => {
    expect(dueState(parsePeriod('2018'), elections, '2026-01-01')).toBe('overdue');
    expect(dueState(parsePeriod('2019'), elections, '2026-01-01')).toBe('not-yet-due');
    expect(latestDuePeriod(elections, '2025-06-01')).toEqual(parsePeriod('2022'));
    expect(measuredAfter(parsePeriod('2022'), elections)).toEqual(parsePeriod('2026'));
  });

  it('is measured no more after its last listed year', () => {
    expect(measuredAfter(parsePeriod('2026'), elections)).toBeUndefined();
  });

  it('is never due without a list', () => {
    const unlisted = { ...elections, irregularYears: [] };
    expect(dueState(parsePeriod('2020'), unlisted, '2026-01-01')).toBe('not-yet-due');
    expect(latestDuePeriod(unlisted, '2026-01-01')).toBeUndefined();
  });
});
