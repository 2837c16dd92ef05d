import { parsePeriod } from '../time/period-code.js';
import { coverage } from './coverage.js';

/** The population of Vimmerby on 31 December, 1950–2024 (SCB, BE0101). */
// prettier-ignore
const POPULATION = [
  18158, 18189, 18144, 17996, 18038, 17949, 18035, 17936, 17996, 17929, 17821, 17695, 17572, 17450, 17478, 17402, 17309, 17298,
  17152, 17176, 17126, 16769, 16590, 16545, 16458, 16394, 16317, 16293, 16206, 16192, 16180, 16039, 15972, 15869, 15837, 15702,
  15589, 15630, 15688, 15846, 15867, 15963, 16050, 16012, 16192, 16096, 15950, 15816, 15779, 15788, 15776, 15644, 15628, 15621,
  15596, 15613, 15588, 15608, 15551, 15538, 15473, 15397, 15403, 15287, 15297, 15419, 15636, 15728, 15764, 15647, 15672, 15578,
  15557, 15461, 15384,
];
const since = (firstYear: number, values: readonly number[]) =>
  values.map((value, index) => ({ period: parsePeriod(String(firstYear + index)), value }));

describe('coverage', () => {
  for (const [horizon, cases, held] of [
    [1, 70, 57],
    [2, 69, 59],
    [3, 68, 57],
    [5, 66, 58],
  ] as const) {
    it(`held in ${held} of ${cases} cases ${horizon} years ahead on the population of Vimmerby since 1950`, () => {
      expect(coverage([{ points: since(1950, POPULATION) }], horizon)).toEqual({ cases, held, share: held / cases });
    });
  }

  it('knows nothing of what came after: a shock at the end is a miss, one before the origin is not', () => {
    const calm = [10, 11, 10, 11, 10, 11];
    expect(coverage([{ points: since(2000, [...calm, 900]) }], 1)).toEqual({ cases: 2, held: 1, share: 0.5 });
  });

  it('compares nothing across a series break', () => {
    const points = since(2000, [10, 11, 10, 11, 10, 90]);
    const breaks = [{ firstPeriod: parsePeriod('2005'), reason: { sv: 'Ny definition' } }];
    expect(coverage([{ points }], 1).cases).toBe(1);
    expect(coverage([{ points, breaks }], 1)).toEqual({ cases: 0, held: 0 });
  });

  it('counts the seasons of a year as series of their own', () => {
    const quarters = Array.from({ length: 24 }, (_, index) => ({
      period: { cadence: 'quarter' as const, year: 2019 + Math.floor(index / 4), part: (index % 4) + 1 },
      value: 100 * (index % 4) + (Math.floor(index / 4) % 2),
    }));
    expect(coverage([{ points: quarters }], 1)).toEqual({ cases: 4, held: 4, share: 1 });
  });

  it('adds the cases of several series together', () => {
    const one = { points: since(1950, POPULATION) };
    expect(coverage([one, one], 2)).toEqual({ cases: 138, held: 118, share: 59 / 69 });
  });
});
