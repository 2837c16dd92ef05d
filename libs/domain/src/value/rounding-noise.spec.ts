import fc from 'fast-check';
import { roundingNoise } from './rounding-noise.js';

describe('roundingNoise', () => {
  it('covers what adding decimals gets wrong', () => {
    expect(Math.abs(0.3 - 0.2 - 0.1)).toBeGreaterThan(0);
    expect(Math.abs(0.3 - 0.2 - 0.1)).toBeLessThan(roundingNoise([0.1, 0.2, 0.3]));
  });

  it('is smaller than the least real difference of figures with six decimals, up to hundreds of millions', () => {
    fc.assert(fc.property(fc.integer({ min: -1e8, max: 1e8 }), (value) => expect(roundingNoise([value])).toBeLessThan(0.000_001)));
  });
});
