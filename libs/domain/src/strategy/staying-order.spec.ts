import fc from 'fast-check';
import { stayingOrder } from './staying-order.js';

describe('what keeps its order', () => {
  const cases: readonly [before: string, after: string, stays: string][] = [
    ['abc', 'abc', 'abc'],
    ['abc', 'cab', 'ab'],
    ['abcd', 'acbd', 'acd'],
    ['abc', 'axc', 'ac'],
    ['abc', '', ''],
    ['', 'abc', ''],
  ];
  for (const [before, after, stays] of cases) {
    it(`from ${before || 'nothing'} to ${after || 'nothing'} is ${stays || 'nothing'}`, () => {
      expect([...stayingOrder([...before], [...after])].sort().join('')).toHaveSize(stays.length);
      const kept = [...after].filter((name) => stayingOrder([...before], [...after]).has(name));
      expect(kept).toEqual([...before].filter((name) => kept.includes(name)));
    });
  }

  it('is in the same order in both, whatever they are', () => {
    const lists = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const stays = stayingOrder(before, after);
        expect(after.filter((name) => stays.has(name))).toEqual(before.filter((name) => stays.has(name)));
      }),
    );
  });
});
