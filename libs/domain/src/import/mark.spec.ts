import { proposedMeaning } from './mark.js';

describe('a mark in the place of a value', () => {
  const meanings: Readonly<Record<string, readonly string[]>> = {
    zero: ['-', '–', '—', '−'],
    'not-applicable': ['.'],
    'not-measured': ['..', '....', '.....', '......', 'NA', 'n/a', '#N/A', 'NaN', 'null', ':'],
    'not-yet-published': ['…', '...'],
    confidential: ['x', 'c', 'Private'],
    'non-response': ['Missing'],
  };
  for (const [meaning, marks] of Object.entries(meanings))
    it(`is proposed to be ${meaning}: ${marks.join(' ')}`, () => {
      expect(marks.map((mark) => proposedMeaning(` ${mark} `))).toEqual(marks.map(() => meaning as 'zero'));
    });

  it('is none where it is a number, nothing, or a word that every object knows', () =>
    expect(['12', '-4', '', 'constructor'].map(proposedMeaning)).toEqual([undefined, undefined, undefined, undefined]));
});
