import { parsePeriod, periodCode, periodsFrom, type IndicatorRules, type Observation } from '@slusen/domain';
import { anIndicator } from '@slusen/testing';
import { twelveMonths, type Awaiting } from './twelve-months.js';

const rules: IndicatorRules = anIndicator({ cadence: 'quarter', aggregation: 'sum' });
const AT = '2025-10-05T08:00:00.000Z';
const said = (code: string, value: number): Observation => ({
  ...{ period: parsePeriod(code), value, quality: 'final', provenance: 'exact', revision: 1, source: 'Turistbyrån' },
  recordedAt: AT,
});
const reported = periodsFrom(parsePeriod('2024-Q4'), parsePeriod('2025-Q2')).map((period, index) => said(periodCode(period), 100 + index));
const before = said('2024-Q3', 90);
const entered = (figure: Partial<NonNullable<Awaiting['figure']>>): Awaiting['figure'] => ({ quality: 'final', answers: [], ...figure });
const awaiting = (different: Partial<Awaiting>): Awaiting => ({
  ...{ series: reported, period: parsePeriod('2025-Q3'), figure: undefined, at: AT, rules },
  ...different,
});

describe('twelveMonths', () => {
  const second = parsePeriod('2025-Q2');
  const cases: [name: string, different: Partial<Awaiting>, value: number | undefined][] = [
    ['puts the new value in', { figure: entered({ value: 110 }) }, 413],
    [
      'puts a correction in the place of what is published',
      { period: second, figure: entered({ value: 10 }), series: [before, ...reported] },
      301,
    ],
    ['reads what is published where nothing is entered', { period: second, series: [before, ...reported] }, 393],
    ['has no sum with a figure that is missing', { figure: entered({ missing: 'non-response' }) }, undefined],
    ['has no sum with a draft that says nothing yet', { figure: entered({}) }, undefined],
    ['has no sum where an earlier part is missing', { figure: entered({ value: 110 }), series: reported.slice(1) }, undefined],
    ...(['preliminary', 'final'] as const).map((quality): [string, Partial<Awaiting>, undefined] => [
      `has no sum with a ${quality} value of a period that goes on`,
      { figure: entered({ value: 110, quality }), at: '2025-09-30T08:00:00.000Z' },
      undefined,
    ]),
    [
      'puts a value in that is final already, where somebody says why',
      { figure: entered({ value: 110, answers: [{ kind: 'early', comment: 'Stängt för säsongen.' }] }), at: '2025-09-30T08:00:00.000Z' },
      413,
    ],
  ];
  for (const [name, different, value] of cases) {
    it(name, () => {
      expect(twelveMonths(awaiting(different))).toEqual({ value });
    });
  }

  it('of shares are a share too: 81 of 200, and no mean of the four', () => {
    const share = (code: string, numerator: number, denominator: number): Observation => ({
      ...said(code, (numerator * 100) / denominator),
      ...{ numerator, denominator },
    });
    const series = [share('2024-Q4', 1, 10), share('2025-Q1', 45, 90), share('2025-Q2', 25, 50)];
    const figure = entered({ value: 20, numerator: 10, denominator: 50 });
    expect(
      twelveMonths(awaiting({ series, figure, rules: anIndicator({ cadence: 'quarter', aggregation: 'mean', decimals: 1 }) })),
    ).toEqual({
      value: 40.5,
    });
  });
});
