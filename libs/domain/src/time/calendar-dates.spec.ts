import fc from 'fast-check';
import { type DomainError } from '../domain-error.js';
import { addDays, daysBetween, isMeasuredIn, periodContaining, periodEnd } from './calendar.js';
import { parsePeriod, periodCode } from './period-code.js';
import { type Cadence } from './period.js';

const factsOf = (attempt: () => unknown): unknown => {
  try {
    return attempt();
  } catch (error) {
    return (error as DomainError).facts;
  }
};

describe('the last day of February', () => {
  const years: [year: number, day: number][] = [
    [1900, 28],
    [2000, 29],
    [2026, 28],
    [2028, 29],
    [2100, 28],
    [2400, 29],
  ];
  for (const [year, day] of years) {
    it(`is the ${day}th in ${year}`, () => {
      const last = `${year}-02-${day}`;
      expect(periodEnd(parsePeriod(`${year}-M02`))).toBe(last);
      expect(addDays(last, 1)).toBe(`${year}-03-01`);
      expect(factsOf(() => addDays(`${year}-02-${day + 1}`, 0))).toEqual({ text: `${year}-02-${day + 1}` });
    });
  }

  it('makes a leap year a day longer', () => {
    expect(daysBetween('2027-01-01', '2028-01-01')).toBe(365);
    expect(daysBetween('2028-01-01', '2029-01-01')).toBe(366);
  });
});

describe('a date', () => {
  it('is the one that the clock of the machine counts to, in any year that has four digits', () => {
    const days = fc.integer({ min: Date.UTC(1000, 0, 1) / 86_400_000, max: Date.UTC(9999, 11, 31) / 86_400_000 });
    const written = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(addDays(written(from), to - from)).toBe(written(to));
        expect(daysBetween(written(from), written(to))).toBe(to - from);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a date that is none', () => {
  for (const text of ['2026-04-31', '2026-00-10', '2026-01-00', '2026-01-32', 'den 2026-01-01', '2026-01-01 08:00', 'i går']) {
    it(`is refused with what was written: "${text}"`, () => expect(factsOf(() => addDays(text, 1))).toEqual({ text }));
  }

  it('is told by its first hundred letters', () => expect(factsOf(() => addDays('x'.repeat(300), 1))).toEqual({ text: 'x'.repeat(100) }));
});

describe('a date long ago', () => {
  it('is counted from in its own century', () => {
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
    expect(addDays('1649-12-31', 1)).toBe('1650-01-01');
  });
});

describe('the period that a date lies in', () => {
  const cases: [date: string, cadence: Cadence, code: string][] = [
    ['2026-01-01', 'month', '2026-M01'],
    ['2026-12-31', 'quarter', '2026-Q4'],
    ['2026-04-30', 'tertial', '2026-T1'],
    ['2026-05-01', 'tertial', '2026-T2'],
    ['2026-06-30', 'half-year', '2026-H1'],
    ['2026-07-01', 'half-year', '2026-H2'],
    ['2026-09-13', 'irregular', '2026'],
  ];
  for (const [date, cadence, code] of cases) {
    it(`is ${code} for ${date} (${cadence})`, () => expect(periodCode(periodContaining(date, cadence))).toBe(code));
  }
});

describe('an indicator', () => {
  it('is measured in every period of its cadence, and in listed years only when it is irregular', () => {
    const quarterly = { cadence: 'quarter', irregularYears: [] } as const;
    const elections = { cadence: 'irregular', irregularYears: [2022] } as const;
    const measured = (code: string, rules: Parameters<typeof isMeasuredIn>[1]) => isMeasuredIn(parsePeriod(code), rules);
    expect(['2026-Q1', '2026', '2026-M03'].map((code) => measured(code, quarterly))).toEqual([true, false, false]);
    expect(['2022', '2023', '2022-Q1'].map((code) => measured(code, elections))).toEqual([true, false, false]);
  });
});
