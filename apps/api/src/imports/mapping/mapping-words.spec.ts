import { MappingSentence, wishOf, type MappingWords } from './mapping-words.js';

describe('the words for a mapping', () => {
  it('say where columns stand, what holds for all rows, which rows are meant and what marks mean', () => {
    expect(
      wishOf({
        map: ['period=tid+kvartal', 'breakdown=kön+ålder', 'municipality=kommun'],
        say: ['unit=a=b'],
        only: ['mått=Folkmängd'],
        mark: ['..=not-measured', '==zero'],
      }),
    ).toEqual({
      columns: { period: { column: 'tid' }, municipality: { column: 'kommun' }, unit: { text: 'a=b' } },
      part: 'kvartal',
      breakdown: ['kön', 'ålder'],
      only: { mått: 'Folkmängd' },
      marks: { '..': 'not-measured', '=': 'zero' },
    });
  });

  it('are none where nobody said any', () => expect(wishOf({})).toBeUndefined());

  for (const [words, sentence] of [
    [{ map: ['period'] }, /^--map takes a column of ours and a heading/],
    [{ map: ['kommun=Kommun'] }, /^--map kommun: there is no such column/],
    [{ map: ['unit=a+b'] }, /^--map joins headings by \+ only/],
    [{ say: ['=a'] }, /^--say takes/],
    [{ mark: ['..=nej'] }, /^--mark \.\.: a mark means one of zero, left-out, not-yet-published/],
  ] as const satisfies readonly (readonly [MappingWords, RegExp])[])
    it(`are refused with a sentence: ${JSON.stringify(words)}`, () => expect(() => wishOf(words)).toThrowError(MappingSentence, sentence));
});
