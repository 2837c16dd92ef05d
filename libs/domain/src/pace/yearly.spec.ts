import fc from 'fast-check';
import { type SeriesBreak } from '../indicator/indicator.js';
import { parsePeriod } from '../time/period-code.js';
import { yearlyChanges, yearlyValues } from './yearly.js';

const valuesOf = (entries: readonly (readonly [code: string, value: number])[]) =>
  entries.map(([code, value]) => ({ period: parsePeriod(code), value }));
const breakAt = (code: string): SeriesBreak => ({ firstPeriod: parsePeriod(code), reason: { sv: 'Ny definition' } });
const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('yearlyValues', () => {
  it('takes the season of the latest value only', () => {
    const series = valuesOf([
      ['2024-Q1', 1],
      ['2024-Q3', 2],
      ['2025-Q1', 3],
      ['2025-Q3', 4],
      ['2026-Q1', 5],
    ]);
    expect(yearlyValues(series, []).map(({ value }) => value)).toEqual([1, 3, 5]);
  });

  it('starts anew after the last series break', () => {
    const series = valuesOf(years(2015, 2025).map((year) => [String(year), year]));
    expect(yearlyValues(series, [breakAt('2018'), breakAt('2022')]).map(({ value }) => value)).toEqual([2022, 2023, 2024, 2025]);
  });

  it('has nothing to rest on when only a missing value has come since the break', () => {
    const series = [
      ...valuesOf([
        ['2022', 78],
        ['2023', 81],
      ]),
      { period: parsePeriod('2024'), missing: 'not-yet-published' as const },
    ];
    expect(yearlyValues(series, [breakAt('2024')])).toEqual([]);
    expect(yearlyValues(series, [breakAt('2025')]).map(({ value }) => value)).toEqual([78, 81]);
  });

  it('takes at most ten values, the latest', () => {
    const series = valuesOf(years(1950, 2025).map((year) => [String(year), year]));
    expect(yearlyValues(series, []).map(({ value }) => value)).toEqual(years(2016, 2025));
  });

  it('takes none more than ten years older than the latest', () => {
    const series = valuesOf([
      ['2006', 1],
      ['2010', 2],
      ['2014', 3],
      ['2018', 4],
      ['2022', 5],
      ['2024', 6],
    ]);
    expect(yearlyValues(series, []).map(({ period }) => period.year)).toEqual([2014, 2018, 2022, 2024]);
  });

  it('sorts what comes in any order and leaves out what is missing', () => {
    const series = [
      ...valuesOf([
        ['2025', 3],
        ['2022', 1],
      ]),
      { period: parsePeriod('2024'), missing: 'confidential' as const },
    ];
    expect(yearlyValues(series, []).map(({ value }) => value)).toEqual([1, 3]);
  });
});

describe('yearlyChanges', () => {
  it('counts the years over a gap', () => {
    const [change] = yearlyChanges(
      valuesOf([
        ['2022', 10],
        ['2025', 4],
      ]),
    );
    expect(change).toEqual(jasmine.objectContaining({ years: 3, change: -6 }));
  });

  it('adds up to the whole change over the whole time, whatever the gaps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { minLength: 2 }), (chosen) => {
        const values = valuesOf([...chosen].sort((a, b) => a - b).map((year) => [String(year), year % 7]));
        const changes = yearlyChanges(values);
        expect(changes.reduce((sum, { change }) => sum + change, 0)).toBe((values.at(-1)?.value ?? 0) - (values[0]?.value ?? 0));
        expect(changes.reduce((sum, change) => sum + change.years, 0)).toBe(Math.max(...chosen) - Math.min(...chosen));
      }),
    );
  });
});
