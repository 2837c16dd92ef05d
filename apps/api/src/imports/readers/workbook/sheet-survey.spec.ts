import fc from 'fast-check';
import { addressOf, placeOf } from './sheet-survey.js';

describe('the address of a cell', () => {
  for (const [address, row, column] of [
    ['A1', 1, 1],
    ['Z9', 9, 26],
    ['AA10', 10, 27],
    ['XFD1048576', 1_048_576, 16_384],
  ] as const)
    // prettier-ignore
    it(`${address} is row ${row}, column ${column}`, () => {
      expect(placeOf(address)).toEqual({ row, column });
      expect(addressOf({ row, column })).toBe(address);
    });

  it('is found again from its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
        expect(placeOf(addressOf({ row, column }))).toEqual({ row, column });
      }),
    );
  });
});
