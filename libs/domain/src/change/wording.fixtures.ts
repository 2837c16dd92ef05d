/** What every wording is held to, and the contents that it is tried on. */
import fc from 'fast-check';
import { type Localized } from '../language.js';
import { differencesOf, type Wording } from './difference.js';

export const someWord = fc.stringMatching(/^[a-zåäö]{1,9}$/);
export const someSlug = fc.stringMatching(/^[a-z0-9]{1,6}$/);
export const someDay = fc
  .tuple(fc.integer({ min: 10, max: 12 }), fc.integer({ min: 10, max: 28 }))
  .map(([month, day]) => `2026-${month}-${day}`);
export const someFigure = fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100);
export const someText: fc.Arbitrary<Localized> = fc.record({ sv: someWord, en: fc.option(someWord, { nil: undefined }) });
export const perhaps = <T>(thing: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(thing, { nil: undefined });

/**
 * That whatever one thing is said otherwise is told, and nothing else: with the name of its field and, where something is said, in words
 * or figures. `identity`: by what the content is found, and so never changed.
 */
export function expectToTellAll<Content extends object>(
  wording: Wording<Content>,
  contents: fc.Arbitrary<Content>,
  identity: readonly (keyof Content)[] = [],
): void {
  const saysTheSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  fc.assert(
    fc.property(contents, contents, (one, other) => {
      for (const key of (Object.keys(other) as (keyof Content)[]).filter((name) => !identity.includes(name))) {
        const differences = differencesOf(wording, [one, { ...one, [key]: other[key] }]);
        expect(differences.length === 0)
          .withContext(String(key))
          .toBe(saysTheSame(one[key], other[key]));
        for (const { before, after } of differences) for (const text of [before, after]) expect(text ?? 'nothing').toMatch(/[\p{L}\p{N}]/u);
      }
    }),
  );
}

/** That its fields have a name each, in Swedish. */
export function expectToNameFields(wording: Wording<never>): void {
  const names = wording.map(([field]) => field);
  expect(names.filter((name) => !/^[a-zåäö]+(,? [a-zåäö]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
}
