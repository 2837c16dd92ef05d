import fc from 'fast-check';
import { decimalsOf, decimalText, fromMillionths, fromScaled, roundTo, toMillionths, toScaled } from './value-scaled.js';

const typed = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }));

describe('scaled numbers', () => {
  const rounded: [value: number, decimals: number, scaled: number][] = [
    [1.05, 2, 105],
    [1.005, 2, 101],
    [-1.005, 2, -101],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.49999999999999994, 0, 0],
    [15421.6, 0, 15422],
    [-0.4, 0, 0],
    [1e-7, 6, 0],
    [5e-7, 6, 1],
    [8.325, 2, 833],
    [999999999999999, 1, 9999999999999990],
  ];
  for (const [value, decimals, scaled] of rounded) {
    it(`round ${value} half away from zero to ${decimals} decimals: ${scaled}`, () => {
      expect(toScaled(value, decimals)).toBe(scaled);
    });
  }

  it('come back as they were typed', () => {
    fc.assert(
      fc.property(typed, ([scaled, decimals]) => {
        expect(toScaled(fromScaled(scaled, decimals), decimals)).toBe(scaled);
        expect(decimalsOf(fromScaled(scaled, decimals))).toBeLessThanOrEqual(decimals);
      }),
    );
  });

  it('never round by more than half a unit, and alike on both sides of zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        expect(Math.abs(roundTo(value, decimals) - value)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
        expect(roundTo(-value, decimals)).toBe(0 - roundTo(value, decimals));
      }),
    );
  });

  it('are written without exponents', () => {
    expect([1e-7, -2.5e-8, 1e21, 1.5e22, 0.1].map(decimalText)).toEqual([
      '0.0000001',
      '-0.000000025',
      '1000000000000000000000',
      '15000000000000000000000',
      '0.1',
    ]);
  });

  it('add up in millionths as on paper', () => {
    expect(fromMillionths(toMillionths(0.1) + toMillionths(0.2))).toBe(0.3);
    expect(fromMillionths(toMillionths(-0.15), 2n)).toBe(-0.075);
    fc.assert(
      fc.property(
        typed,
        ([scaled, decimals]) => fromMillionths(toMillionths(fromScaled(scaled, decimals))) === fromScaled(scaled, decimals) + 0,
      ),
    );
  });
});
