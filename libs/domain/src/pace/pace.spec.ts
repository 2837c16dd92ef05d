import fc from 'fast-check';
import { type TimedValue } from '../time/same-season.js';
import { actualPace, fitPace, hasHappened, isWithinOrdinaryVariation, requiredPace, trendOf, type PaceModel } from './pace.js';
import { chanceOf, chanceWord, halfWidthAt, project } from './projection.js';

const at = (year: number, value: number): TimedValue => ({ period: { cadence: 'year', year, part: 1 }, value });
const series = (values: readonly number[]): readonly TimedValue[] => values.map((value, index) => at(2000 + index, value));
const fitted = (values: readonly number[]): PaceModel => {
  const model = fitPace(series(values));
  if (typeof model === 'string') throw new Error(model);
  return model;
};

const someValues = fc
  .array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 5, maxLength: 10 })
  .filter((values) => typeof fitPace(series(values)) !== 'string');
const someYears = fc.integer({ min: 1, max: 20 });

describe('the pace model', () => {
  it('is the same wherever the values lie', () => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: -1_000_000, max: 1_000_000 }), (values, shift) => {
        const [here, there] = [fitted(values), fitted(values.map((value) => value + shift))];
        expect(there.perYear).toBeCloseTo(here.perYear, 6);
        expect(there.variation).toBeCloseTo(here.variation, 6);
        expect(trendOf(there, 'increase')).toBe(trendOf(here, 'increase'));
        const half = { decimals: 0 };
        const [a, b] = [
          chanceOf({ kind: 'point', direction: 'increase', value: 100 }, 5, { model: here, ...half }),
          chanceOf({ kind: 'point', direction: 'increase', value: 100 + shift }, 5, { model: there, ...half }),
        ];
        expect(b).toBeCloseTo(a, 6);
      }),
    );
  });

  it('says the same of mirrored values with the mirrored direction', () => {
    fc.assert(
      fc.property(someValues, someYears, fc.integer({ min: -100_000, max: 100_000 }), (values, h, final) => {
        const [up, down] = [fitted(values), fitted(values.map((value) => -value))];
        expect(trendOf(down, 'decrease')).toBe(trendOf(up, 'increase'));
        expect(hasHappened(series(values.map((value) => -value)), -3, 'decrease')).toBe(hasHappened(series(values), 3, 'increase'));
        const chanceUp = chanceOf({ kind: 'point', direction: 'increase', value: final }, h, {
          model: up,
          decimals: 0,
        });
        expect(chanceOf({ kind: 'point', direction: 'decrease', value: -final }, h, { model: down, decimals: 0 })).toBeCloseTo(chanceUp, 9);
      }),
    );
  });

  it('grows with the unit: thousands instead of ones change nothing but the size', () => {
    fc.assert(
      fc.property(someValues, someYears, (values, h) => {
        const [ones, thousands] = [fitted(values), fitted(values.map((value) => value * 1000))];
        expect(thousands.perYear / 1000).toBeCloseTo(ones.perYear, 6);
        expect(halfWidthAt(thousands, h) / 1000).toBeCloseTo(halfWidthAt(ones, h), 4);
        expect(trendOf(thousands, 'decrease')).toBe(trendOf(ones, 'decrease'));
      }),
    );
  });

  it('knows less the further ahead it looks', () => {
    fc.assert(
      fc.property(someValues, someYears, (values, h) =>
        expect(halfWidthAt(fitted(values), h + 0.25)).toBeGreaterThan(halfWidthAt(fitted(values), h)),
      ),
    );
  });

  it('gives a chance between 0 and 1, less the more is asked', () => {
    fc.assert(
      fc.property(someValues, someYears, fc.integer({ min: -200_000, max: 200_000 }), (values, h, final) => {
        const scale = { model: fitted(values), decimals: 0 };
        const [asked, more] = [final, final + 1000].map((value) => chanceOf({ kind: 'point', direction: 'increase', value }, h, scale));
        expect(asked).toBeGreaterThanOrEqual(0);
        expect(asked).toBeLessThanOrEqual(1);
        expect(more).toBeLessThanOrEqual(asked ?? 0);
      }),
    );
  });

  it('shares the whole probability between below, inside and above a band', () => {
    fc.assert(
      fc.property(someValues, someYears, fc.integer({ min: -1000, max: 1000 }), fc.nat(50_000), (values, h, low, width) => {
        const scale = { model: fitted(values), decimals: 0 };
        const inside = chanceOf({ kind: 'band', low, high: low + width }, h, scale);
        const below = chanceOf({ kind: 'point', direction: 'decrease', value: low - 1 }, h, scale);
        const above = chanceOf({ kind: 'point', direction: 'increase', value: low + width + 1 }, h, scale);
        expect(below + inside + above).toBeCloseTo(1, 7);
      }),
    );
  });

  it('has its 80 % interval where the chances beyond are 10 % each', () => {
    const model = fitted([220, 200, 236, 210, 179]);
    const { low, high } = project(model, 5);
    expect(chanceOf({ kind: 'point', direction: 'decrease', value: low }, 5, { model, decimals: 6 })).toBeCloseTo(0.1, 5);
    expect(chanceOf({ kind: 'point', direction: 'increase', value: high }, 5, { model, decimals: 6 })).toBeCloseTo(0.1, 5);
  });

  it('calls no exact line a variation, at any size and slope', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e6, max: 1e6 }), (start, slope) => {
        const line = Array.from({ length: 7 }, (_, index) => (start + slope * index) / 1000);
        expect(fitPace(series(line))).toBe('no-variation');
      }),
    );
  });
});

describe('actualPace and requiredPace', () => {
  it('measure per year over gaps', () => {
    expect(actualPace([at(2014, 86.62), at(2018, 88.22)])).toBeCloseTo(0.4, 10);
    expect(requiredPace(at(2018, 88.22), at(2022, 90.22))).toBeCloseTo(0.5, 10);
  });
  it('are nothing with one value or without time left', () => {
    expect(actualPace([at(2018, 1)])).toBeUndefined();
    expect(requiredPace(at(2030, 1), at(2030, 2))).toBeUndefined();
  });
});

describe('trendOf', () => {
  const steady = fitted([10, 12, 13, 15, 17, 18]);
  for (const [direction, trend] of [
    ['increase', 'improving'],
    ['decrease', 'worsening'],
    ['none', 'rising'],
  ] as const) {
    it(`calls a steady rise ${trend} when the direction is ${direction}`, () => expect(trendOf(steady, direction)).toBe(trend));
  }
  it('is a two-sided test at 90 %: with 5 degrees of freedom the pace must exceed 2.015 · s/√T', () => {
    const model = { latest: 0, variation: 1, degreesOfFreedom: 5, span: 6 };
    expect(trendOf({ ...model, perYear: 2.014 / Math.sqrt(6) }, 'increase')).toBe('no-clear-trend');
    expect(trendOf({ ...model, perYear: 2.016 / Math.sqrt(6) }, 'increase')).toBe('improving');
  });
  it('calls a steady fall without direction falling', () => expect(trendOf(fitted([18, 17, 15, 13, 12, 10]), 'none')).toBe('falling'));
});

describe('isWithinOrdinaryVariation', () => {
  const model = fitted([220, 200, 236, 210, 179]);
  // With 3 degrees of freedom the 0.975 quantile is 3.182, so the limit is 99.2 over one year and 140.2 over two.
  for (const [change, years, isOrdinary] of [
    [-109, 1, true],
    [-110, 1, false],
    [89, 1, false],
    [88, 1, true],
    [-160, 2, true],
    [-161, 2, false],
  ] as const) {
    it(`${isOrdinary ? 'takes' : 'does not take'} ${change} over ${years} years for ordinary`, () => {
      expect(isWithinOrdinaryVariation({ change, years }, model)).toBe(isOrdinary);
    });
  }
});

describe('chanceWord', () => {
  const cases = [
    [0, 'very-small'],
    [0.0999, 'very-small'],
    [0.1, 'small'],
    [0.3299, 'small'],
    [0.33, 'uncertain'],
    [0.66, 'uncertain'],
    [0.6601, 'large'],
    [0.9, 'large'],
    [0.9001, 'very-large'],
    [1, 'very-large'],
  ] as const;
  for (const [probability, word] of cases) {
    it(`calls ${probability} ${word}`, () => expect(chanceWord(probability)).toBe(word));
  }
});
