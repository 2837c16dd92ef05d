import { parsePeriod, periodsFrom, type IndicatorRules } from '@slusen/domain';
import { anIndicator, aTarget } from '@slusen/testing';
import { twelveMonths, type Awaiting } from './twelve-months.js';

const rules: IndicatorRules = anIndicator({ cadence: 'quarter', aggregation: 'sum' });
const target = aTarget({ '2024-Q4': 400, '2026-Q4': 480 }, { measure: 'rolling-12-months', isExample: true });
const reported = periodsFrom(parsePeriod('2024-Q4'), parsePeriod('2025-Q2')).map((period, index) => ({ period, value: 100 + index }));
const awaiting = (different: Partial<Awaiting>): Awaiting => ({
  series: reported,
  period: parsePeriod('2025-Q3'),
  figure: undefined,
  rules,
  ...different,
});

describe('twelveMonths', () => {
  const cases: [name: string, different: Partial<Awaiting>, value: number | undefined][] = [
    ['puts the new value in', { figure: { value: 110 } }, 413],
    [
      'puts a correction in the place of what is published',
      { period: parsePeriod('2025-Q2'), figure: { value: 10 }, series: [{ period: parsePeriod('2024-Q3'), value: 90 }, ...reported] },
      301,
    ],
    [
      'reads what is published where nothing is entered',
      { period: parsePeriod('2025-Q2'), series: [{ period: parsePeriod('2024-Q3'), value: 90 }, ...reported] },
      393,
    ],
    ['has no sum with a figure that is missing', { figure: { missing: 'non-response' } }, undefined],
    ['has no sum with a draft that says nothing yet', { figure: {} }, undefined],
    ['has no sum where an earlier part is missing', { figure: { value: 110 }, series: reported.slice(1) }, undefined],
  ];
  for (const [name, different, value] of cases) {
    it(name, () => {
      expect(twelveMonths(target, awaiting(different))?.value).toBe(value);
    });
  }

  it('knows what the path expects, also without a sum, and that the target is invented', () => {
    expect(twelveMonths(target, awaiting({}))).toEqual({ value: undefined, expected: 430, isExample: true });
  });

  it('says nothing where the target is about single values, or where there is none', () => {
    expect(twelveMonths({ ...target, measure: 'value' }, awaiting({}))).toBeUndefined();
    expect(twelveMonths(undefined, awaiting({}))).toBeUndefined();
  });
});
