import * as fc from 'fast-check';
import { aPoint, aSeries, POPULATION_TARGET, years } from './series.fixtures.js';
import { type SeriesChartInput } from './series.js';
import { niceAxis, valueAxis } from './value-axis.js';

const percent = { unit: { sv: '%', en: '%' }, decimals: 1 };

describe('valueAxis', () => {
  const cases: [what: string, input: SeriesChartInput, ticks: number[]][] = [
    ['a population far from zero', aSeries({ target: POPULATION_TARGET }), [15_200, 15_400, 15_600, 15_800]],
    ['counts in bars, from zero', aSeries({ kind: 'bars', points: years(2020, [34, 52, 18]) }), [0, 20, 40, 60]],
    ['a line that comes near zero', aSeries({ points: years(2020, [3, 12]) }), [0, 5, 10, 15]],
    ['nothing but zeros', aSeries({ kind: 'bars', points: years(2020, [0, 0]) }), [0, 1]],
    ['negative bars, from zero', aSeries({ kind: 'bars', points: years(2020, [-12, -33]) }), [-40, -30, -20, -10, 0]],
    ['a share that cannot pass 100', aSeries({ ...percent, points: years(2020, [91, 99.5]) }), [90, 92, 94, 96, 98, 100]],
    ['no values at all', aSeries({ points: years(2020, [null]) }), []],
  ];
  for (const [what, input, ticks] of cases) {
    it(`has round ticks for ${what}`, () => {
      expect(valueAxis(input, 6).ticks).toEqual(ticks);
    });
  }

  it('begins at the first place of a ranking, as nobody has place 0', () => {
    const { min, ticks } = valueAxis(aSeries({ unit: { sv: 'placering', en: 'rank' }, points: years(2024, [220, 60]) }), 6);
    expect([min, ticks[0]]).toEqual([1, 1]);
  });

  it('has room for the margins', () => {
    const { min, max } = valueAxis(aSeries({ points: [aPoint('2025', 50, { margin: 20 }), aPoint('2026', 51)] }), 6);
    expect(min).toBeLessThanOrEqual(30);
    expect(max).toBeGreaterThanOrEqual(70);
  });

  it('never puts a tick between two possible figures', () => {
    expect(valueAxis(aSeries({ points: years(2020, [3, 4]) }), 6).ticks.every(Number.isInteger)).toBeTrue();
  });

  it('holds every value, and no more ticks than asked for, whatever the values', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), fc.boolean(), (values, isBars) => {
        const { min, max, ticks } = valueAxis(aSeries({ kind: isBars ? 'bars' : 'line', points: years(1990, values) }), 6);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(isBars ? min <= 0 && max >= 0 : true).toBeTrue();
      }),
    );
  });
});

describe('niceAxis', () => {
  it('says how many decimals tell its ticks apart', () => {
    expect(niceAxis({ low: 1, high: 2 }, 6, 2)).toEqual({ min: 1, max: 2, ticks: [1, 1.2, 1.4, 1.6, 1.8, 2], decimals: 1 });
  });
});
