import { proposedMeaning } from './mark.js';

describe('a mark in the place of a value', () => {
  for (const [mark, meaning] of [
    ['..', 'not-measured'],
    ['.', 'not-applicable'],
    ['-', 'zero'],
    ['–', 'zero'],
    ['…', 'not-yet-published'],
    [' NA ', 'not-measured'],
    ['Private', 'confidential'],
    ['12', undefined],
    ['-4', undefined],
    ['', undefined],
    ['constructor', undefined],
  ] as const)
    it(`"${mark}" is proposed to be ${meaning ?? 'none'}`, () => expect(proposedMeaning(mark)).toBe(meaning));
});
