import { contrast, isReadable } from './colour-contrast.js';

describe('the contrast of two colours', () => {
  const cases: readonly (readonly [one: string, other: string, is: number])[] = [
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#FFFFFF', 4.54],
    ['#ff0000', '#ffffff', 4],
  ];
  for (const [one, other, is] of cases) {
    it(`of ${one} and ${other} is ${is}, whichever comes first`, () => {
      expect(contrast(one, other)).toBeCloseTo(is, 2);
      expect(contrast(other, one)).toBe(contrast(one, other));
    });
  }

  it('decides whether a link can be read', () => {
    for (const dark of ['#1f4e79', '#7a1f4e', '#000000', '#6e6e6e']) expect(isReadable(dark)).withContext(dark).toBeTrue();
    for (const light of ['#ffcc00', '#808080', '#ff0000', '#ffffff']) expect(isReadable(light)).withContext(light).toBeFalse();
  });
});
