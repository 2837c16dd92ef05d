import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { periodsFrom } from '../time/period.js';
import { parsePeriod, periodCode } from '../time/period-code.js';
import { lackingParts, rollingTwelveMonths, rollingWindow, type RollingRules, type SeriesPart } from './rolling.js';
import { type MissingKind } from './value.js';

const nights: RollingRules = { cadence: 'quarter', reporting: 'period', aggregation: 'sum', breaks: [] };
const tertials: RollingRules = { cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum', breaks: [] };

function series(first: string, ...values: readonly (number | MissingKind)[]): SeriesPart[] {
  const start = parsePeriod(first);
  return periodsFrom(start, { ...start, year: start.year + 9 })
    .slice(0, values.length)
    .map((period, index) => {
      const value = values[index]!;
      return typeof value === 'number' ? { period, value } : { period, missing: value };
    });
}

function rolling(parts: readonly SeriesPart[], code: string, rules: RollingRules) {
  return rollingTwelveMonths(parts, parsePeriod(code), rules);
}

function brokenAt(code: string) {
  return [{ firstPeriod: parsePeriod(code), reason: { sv: 'Ny metod' } }];
}

describe('rollingTwelveMonths', () => {
  it('adds the four quarters that end with the period, whatever year they lie in', () => {
    expect(rolling(series('2025-Q1', 1, 20, 300, 4000, 50000), '2026-Q1', nights)).toEqual({ value: 54320 });
  });

  it('adds decimals as on paper', () => {
    expect(rolling(series('2025-Q1', 0.1, 0.2, 0.3, 0.1), '2025-Q4', nights)).toEqual({ value: 0.7 });
  });

  it('averages a mean', () => {
    expect(rolling(series('2025-Q1', 6, 7, 8, 6.2), '2025-Q4', { ...nights, aggregation: 'mean' })).toEqual({
      value: 6.8,
    });
  });

  it('weighs shares by what they are shares of, when every part says so', () => {
    const shares = series('2025-Q1', 50, 10, 10, 10).map((part, index) => ({
      ...part,
      numerator: index === 0 ? 1 : 10,
      denominator: index === 0 ? 2 : 100,
    }));
    const mean: RollingRules = { ...nights, aggregation: 'mean' };
    expect(rolling(shares, '2025-Q4', mean).value).toBeCloseTo((31 / 302) * 100, 10);
    expect(rolling(shares, '2025-Q4', { ...mean, per: 1000 }).value).toBeCloseTo((31 / 302) * 1000, 10);
    const unweighted = shares.map((part, index) => (index === 2 ? { ...part, denominator: undefined } : part));
    expect(rolling(unweighted, '2025-Q4', mean)).toEqual({ value: 20 });
  });

  it('has no share of nothing', () => {
    const empty = series('2025-Q1', 0, 0, 0, 0).map((part) => ({ ...part, numerator: 0, denominator: 0 }));
    expect(rolling(empty, '2025-Q4', { ...nights, aggregation: 'mean' })).toEqual({
      reason: 'missing',
      missing: 'not-applicable',
    });
  });

  it('is the value itself for a stock, such as the population', () => {
    expect(rolling(series('2025-Q3', 15330), '2025-Q3', { ...nights, aggregation: 'last' })).toEqual({ value: 15330 });
  });

  it('is missing when a part is, with the reason of that part', () => {
    expect(rolling(series('2025-Q1', 1, 'confidential', 3, 4), '2025-Q4', nights)).toEqual({
      reason: 'missing',
      missing: 'confidential',
    });
    expect(rolling(series('2025-Q2', 2, 3, 4), '2025-Q4', nights)).toEqual({ reason: 'missing', missing: undefined });
  });

  it('counts zero as a value', () => {
    expect(rolling(series('2025-Q1', 0, 0, 0, 0), '2025-Q4', nights)).toEqual({ value: 0 });
  });

  it('never crosses a series break', () => {
    const parts = series('2024-Q1', 1, 2, 3, 4, 5, 6, 7, 8);
    const broken = { ...nights, breaks: brokenAt('2025-Q1') };
    expect(rolling(parts, '2024-Q4', broken)).toEqual({ value: 10 });
    expect(rolling(parts, '2025-Q3', broken)).toEqual({ reason: 'series-break' });
    expect(rolling(parts, '2025-Q4', broken)).toEqual({ value: 26 });
  });

  it('takes a break in a whole year as one from its first quarter on', () => {
    const parts = series('2024-Q1', 1, 2, 3, 4, 5, 6, 7, 8);
    expect(rolling(parts, '2025-Q1', { ...nights, breaks: brokenAt('2025') })).toEqual({ reason: 'series-break' });
  });

  it('differences figures of the year so far before it adds them', () => {
    const accumulated = series('2025-T1', 10, 30, 60, 15, 40);
    expect(rolling(accumulated, '2025-T3', tertials)).toEqual({ value: 60 });
    expect(rolling(accumulated, '2026-T2', tertials)).toEqual({ value: 40 + 60 - 30 });
  });

  it('differences means of the year so far as the sums they stand for', () => {
    const accumulated = series('2025-T1', 10, 15, 20, 40);
    expect(rolling(accumulated, '2026-T1', { ...tertials, aggregation: 'mean' })).toEqual({
      value: (20 + 30 + 40) / 3,
    });
  });

  it('needs the figure before to difference with, on the same side of a break', () => {
    expect(rolling(series('2025-T3', 60, 15, 40), '2026-T2', tertials)).toEqual({
      reason: 'missing',
      missing: undefined,
    });
    const accumulated = series('2025-T1', 10, 30, 60, 15, 40);
    expect(rolling(accumulated, '2026-T2', { ...tertials, breaks: brokenAt('2025-T3') })).toEqual({
      reason: 'series-break',
    });
  });

  for (const rules of [
    { ...nights, aggregation: 'none' },
    { ...nights, cadence: 'irregular' },
    { ...nights, cadence: 'month' },
  ] as const) {
    it(`refuses aggregation ${rules.aggregation} at cadence ${rules.cadence} for a quarter`, () => {
      expect(() => rolling([], '2025-Q4', rules)).toThrowMatching(
        (error) => error instanceof DomainError && error.code === 'rolling.refused',
      );
    });
  }

  it('gives the same twelve months whether the year was reported by period or so far', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 12, max: 23 }),
        (values, at) => {
          const own = series('2024-M01', ...values);
          const soFar = own.map((part, index) => ({
            period: part.period,
            value: values.slice(index - (index % 12), index + 1).reduce((a, b) => a + b, 0),
          }));
          const { period } = own[at]!;
          const monthly: RollingRules = { ...nights, cadence: 'month' };
          const expected = values.slice(at - 11, at + 1).reduce((a, b) => a + b, 0);
          expect(rollingTwelveMonths(own, period, monthly)).toEqual({ value: expected });
          expect(rollingTwelveMonths(soFar, period, { ...monthly, reporting: 'year-to-date' })).toEqual({
            value: expected,
          });
        },
      ),
    );
  });

  it('looks back twelve months at every cadence', () => {
    expect(['2026-M03', '2026-Q3', '2026-T2', '2026-H1', '2026'].map((code) => rollingWindow(parsePeriod(code)).length)).toEqual([
      12, 4, 3, 2, 1,
    ]);
    expect(rollingWindow(parsePeriod('2026-M03'))[0]).toEqual(parsePeriod('2025-M04'));
  });
});

describe('the parts that twelve months lack', () => {
  const codes = (parts: readonly SeriesPart[], code: string, rules: RollingRules) =>
    lackingParts(parts, parsePeriod(code), rules).map((period) => periodCode(period));

  it('are those of the window without a value, whatever the reason', () => {
    const parts = series('2025-Q4', 1, 2, 'confidential').concat({ period: parsePeriod('2026-Q4'), value: 4 });
    expect(codes(parts, '2026-Q4', nights)).toEqual(['2026-Q2', '2026-Q3']);
    expect(codes(series('2026-Q1', 1, 2, 3, 4), '2026-Q4', nights)).toEqual([]);
  });

  it('are also what figures of the year so far are differenced with', () => {
    expect(codes([{ period: parsePeriod('2026-T2'), value: 1 }], '2026-T2', tertials)).toEqual(['2025-T2', '2025-T3', '2026-T1']);
    expect(codes(series('2026-T1', 1, 2, 3), '2026-T3', tertials)).toEqual([]);
  });

  it('of a stock are none but the latest', () => {
    const stock: RollingRules = { ...nights, aggregation: 'last' };
    expect(codes(series('2026-Q4', 1), '2026-Q4', stock)).toEqual([]);
    expect(codes(series('2026-Q4', 'non-response'), '2026-Q4', stock)).toEqual(['2026-Q4']);
  });
});
