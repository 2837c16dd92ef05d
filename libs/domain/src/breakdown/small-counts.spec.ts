import fc from 'fast-check';
import { keptBack, NOTHING_TOLD, SMALL_COUNT_THRESHOLD, WHOLE, type ToldBefore } from './small-counts.js';

const ALL = { threshold: SMALL_COUNT_THRESHOLD, before: NOTHING_TOLD, isWhole: true };
const NAMES = ['a', 'b', 'c', 'd'];

/** A set of parts that make up their whole. */
function setOf(...counts: number[]): Map<string, number> {
  const parts = counts.map((count, at) => [NAMES[at]!, count] as const);
  return new Map([[WHOLE, counts.reduce((sum, count) => sum + count, 0)], ...parts]);
}

/** What the public sees of a set: whole first, a dot for what is kept back. */
function seen(set: ReadonlyMap<string, number>, hidden: ReadonlySet<string>): string {
  return [...set].map(([key, count]) => (hidden.has(key) ? '·' : String(count))).join(' ');
}

describe('what is kept back of counts of people', () => {
  const cases: [what: string, counts: number[], seen: string][] = [
    ['nothing where none is small', [5, 40], '45 5 40'],
    ['no zero', [0, 40], '40 0 40'],
    ['the small one, and the smallest beside it, which would give it away', [3, 12, 40], '55 · · 40'],
    ['both of two, since one is what the whole lacks', [3, 47], '50 · ·'],
    ['the whole where it is small itself', [0, 4], '· 0 ·'],
    ['two small ones, when they have room for each other', [4, 3, 40], '47 · · 40'],
    ['a third, when the two are so few that they tell of each other', [1, 1, 9, 40], '51 · · · 40'],
    ['a third, when the two could be nothing but the largest of the small ones', [4, 4, 5, 40], '53 · · · 40'],
    ['every other with the same count, since which of them would tell', [2, 9, 9, 40], '60 · · · 40'],
    ['the whole, when everything that is not zero is kept back and it still says what is', [1, 3, 0], '· · · 0'],
    ['not the whole, when there is room in it', [2, 4, 0], '6 · · 0'],
    ['the whole, when one part alone is not zero', [0, 0, 3], '· 0 0 ·'],
  ];
  for (const [what, counts, expected] of cases)
    it(`is ${what}`, () => expect(seen(setOf(...counts), keptBack(setOf(...counts), ALL))).toBe(expected));

  it('is only the small one where a part has no value, since nobody knows what it makes up', () => {
    const set = new Map([
      [WHOLE, 50],
      ['a', 3],
      ['b', 20],
    ]);
    expect(seen(set, keptBack(set, { ...ALL, isWhole: false }))).toBe('50 · 20');
  });

  for (const [parts, most, threshold] of [
    [1, 20, 5],
    [2, 20, 5],
    [3, 12, 5],
    [4, 7, 5],
    [3, 9, 3],
    [4, 6, 3],
  ] as const)
    it(`tells of no small count to one who knows the rule and tries every set of ${parts} parts (threshold ${threshold})`, () => {
      const sets = [...everySet(parts, most)].map((counts) => setOf(...counts));
      expectNoneTold(
        sets.map((set) => [set, keptBack(set, { ...ALL, threshold })]),
        threshold,
      );
    });

  it('says nothing about small counts that were told, whatever the set', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), (counts) => {
        const set = setOf(...counts);
        const hidden = keptBack(set, ALL);
        for (const [key, count] of set) {
          if (count === 0) expect(hidden.has(key)).toBeFalse();
          if (count > 0 && count < SMALL_COUNT_THRESHOLD) expect(hidden.has(key)).toBeTrue();
        }
      }),
    );
  });
});

describe('what is kept back of a later revision', () => {
  const before = (told: string[], kept: string[]): ToldBefore => ({ told: new Set(told), keptBack: new Set(kept) });
  const cases: [what: string, counts: number[], told: ToldBefore, seen: string][] = [
    ['what was kept back, though none is small any more', [6, 47], before([WHOLE], ['a', 'b']), '53 · ·'],
    ['the whole too, where a part was told before that may be what it was', [3, 42], before(['a', 'b', WHOLE], []), '· · ·'],
    ['nothing where nothing is small', [9, 42], before(['a', 'b', WHOLE], []), '51 9 42'],
    ['a part too, where the whole was kept back and the parts would tell it', [3, 7, 0], before([], [WHOLE]), '· · 7 0'],
    ['a part too, where only the whole was kept back', [6, 7], before([], [WHOLE]), '· · 7'],
  ];
  for (const [what, counts, told, expected] of cases)
    it(`is ${what}`, () => expect(seen(setOf(...counts), keptBack(setOf(...counts), { ...ALL, before: told }))).toBe(expected));

  it('tells of no small count to one who lays every pair of revisions beside each other', () => {
    const threshold = 3;
    const sets = [...everySet(2, 7)].map((counts) => setOf(...counts));
    const pairs = sets.flatMap((earlier) => {
      const kept = keptBack(earlier, { ...ALL, threshold });
      const told = new Set([...earlier.keys()].filter((key) => !kept.has(key)));
      return sets.map((later): Seen => {
        const hidden = keptBack(later, { threshold, before: { told, keptBack: kept }, isWhole: true });
        const both = (set: ReadonlyMap<string, number>, name: string) => [...set].map(([key, count]) => [`${name} ${key}`, count] as const);
        const names = [...[...kept].map((key) => `earlier ${key}`), ...[...hidden].map((key) => `later ${key}`)];
        return [new Map([...both(earlier, 'earlier'), ...both(later, 'later')]), new Set(names)];
      });
    });
    expectNoneTold(pairs, threshold);
  });
});

type Seen = readonly [set: ReadonlyMap<string, number>, hidden: ReadonlySet<string>];

/** Everybody knows the rule, so whoever sees a set goes through all that look like it: of no small count is there only one. */
function expectNoneTold(all: readonly Seen[], threshold: number): void {
  const alike = new Map<string, ReadonlyMap<string, number>[]>();
  for (const [set, hidden] of all) alike.set(seen(set, hidden), [...(alike.get(seen(set, hidden)) ?? []), set]);
  const told = all.flatMap(([set, hidden]) =>
    [...hidden]
      .filter((key) => {
        const count = set.get(key)!;
        return count < threshold && alike.get(seen(set, hidden))!.every((other) => other.get(key) === count);
      })
      .map((key) => `${seen(set, hidden)} tells of ${key}: ${set.get(key)}`),
  );
  expect(told).toEqual([]);
}

function* everySet(parts: number, most: number): Generator<number[]> {
  if (parts === 0) return yield [];
  for (const rest of everySet(parts - 1, most)) for (let count = 0; count <= most; count++) yield [...rest, count];
}
