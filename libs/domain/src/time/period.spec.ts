import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import {
  CADENCES,
  comparePeriods,
  fitsCadence,
  isSamePeriod,
  nextPeriod,
  periodPosition,
  periodsFrom,
  partsPerYear,
  previousPeriod,
  samePeriodYearBefore,
  shiftPeriod,
  type Period,
  type PeriodCadence,
} from './period.js';
import { parsePeriod, periodCode } from './period-code.js';

const cadence = fc.constantFrom<PeriodCadence>('month', 'quarter', 'tertial', 'half-year', 'year');
const anyPeriod: fc.Arbitrary<Period> = cadence.chain((own) =>
  fc.record({
    cadence: fc.constant(own),
    year: fc.integer({ min: 1900, max: 2100 }),
    part: fc.integer({ min: 1, max: partsPerYear(own) }),
  }),
);

describe('periods', () => {
  const positions: [code: string, position: number][] = [
    ['2026-Q3', 24321],
    ['2026', 24324],
    ['2026-M09', 24321],
    ['2026-T2', 24320],
    ['2026-H1', 24318],
  ];
  for (const [code, position] of positions) {
    it(`puts the end of ${code} at month ${position}`, () => {
      expect(periodPosition(parsePeriod(code))).toBe(position);
    });
  }

  const steps: [code: string, next: string][] = [
    ['2026-M12', '2027-M01'],
    ['2026-Q4', '2027-Q1'],
    ['2026-T3', '2027-T1'],
    ['2026-H1', '2026-H2'],
    ['2026', '2027'],
  ];
  for (const [code, next] of steps) {
    it(`goes from ${code} to ${next}, and back`, () => {
      expect(periodCode(nextPeriod(parsePeriod(code)))).toBe(next);
      expect(periodCode(previousPeriod(parsePeriod(next)))).toBe(code);
    });
  }

  it('steps back to where it came from, and a year of steps is the same season a year before', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -60, max: 60 }), (period, count) => {
        expect(shiftPeriod(shiftPeriod(period, count), -count)).toEqual(period);
        expect(shiftPeriod(period, -partsPerYear(period.cadence))).toEqual(samePeriodYearBefore(period));
        expect(comparePeriods(period, nextPeriod(period))).toBeLessThan(0);
      }),
    );
  });

  it('orders cadences by their end, the shorter first when they end together', () => {
    const codes = ['2026', '2026-Q3', '2026-M12', '2026-T2', '2026-Q4'];
    expect(codes.map(parsePeriod).sort(comparePeriods).map(periodCode)).toEqual(['2026-T2', '2026-Q3', '2026-M12', '2026-Q4', '2026']);
  });

  it('lists the quarters from one to another, both included, over the turn of the year', () => {
    const quarters = periodsFrom(parsePeriod('2025-Q3'), parsePeriod('2026-Q1'));
    expect(quarters.map(periodCode)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
    expect(periodsFrom(parsePeriod('2026-Q1'), parsePeriod('2025-Q3'))).toEqual([]);
  });

  it('refuses to list from a quarter to a month', () => {
    const mixed = () => periodsFrom(parsePeriod('2025-Q3'), parsePeriod('2026-M01'));
    expect(mixed).toThrow(new DomainError('period.cadence-mixed', { first: 'quarter', last: 'month' }));
  });

  it('finds that a period fits its own cadence, and a year an irregular one', () => {
    const last = ['2026-M12', '2026-Q4', '2026-T3', '2026-H2', '2026', '2026'];
    expect(CADENCES.map((own, at) => fitsCadence(parsePeriod(last[at]!), own))).toEqual(CADENCES.map(() => true));
    expect(fitsCadence(parsePeriod('2026-Q1'), 'month')).toBeFalse();
    expect(fitsCadence(parsePeriod('2026-Q1'), 'irregular')).toBeFalse();
  });

  it('tells a quarter from the month that ends with it', () => {
    expect(isSamePeriod(parsePeriod('2026-Q3'), parsePeriod('2026-M09'))).toBeFalse();
    expect(isSamePeriod(parsePeriod('2026-Q3'), { cadence: 'quarter', year: 2026, part: 3 })).toBeTrue();
  });
});
