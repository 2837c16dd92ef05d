import fc from 'fast-check';
import { textDifference, wordDifference } from './word-difference.js';

const told = (before: string, after: string): string =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
    .join('');

describe('a text that says otherwise', () => {
  const texts: readonly [before: string, after: string, told: string][] = [
    ['Fler bor här', 'Fler bor här', 'Fler bor här'],
    ['Fler bor här', 'Fler vill bo här', 'Fler -[bor]+[vill bo] här'],
    ['', 'Nytt', '+[Nytt]'],
    ['Gammalt', '', '-[Gammalt]'],
    ['Våra äldre', 'Våra yngre äldre', 'Våra +[yngre ]äldre'],
    ['senast 2030', 'senast 2032', 'senast -[2030]+[2032]'],
    ['mål, år', 'mål; år', 'mål-[,]+[;] år'],
  ];
  for (const [before, after, expected] of texts) {
    it(`from ${JSON.stringify(before)} to ${JSON.stringify(after)} is told word by word`, () => expect(told(before, after)).toBe(expected));
  }

  it('is both texts whole, whatever they are, but for spaces of the earlier one', () => {
    const someText = fc.array(fc.constantFrom('å', 'mål', ' ', '\n', ',', '2030', '<b>')).map((all) => all.join(''));
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const segments = wordDifference(before, after);
        const without = (left: string) => segments.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
        const words = (text: string) => text.replaceAll(/\s/g, '');
        expect([words(without('added')), without('removed')]).toEqual([words(before), after]);
      }),
    );
  });

  it('is told in English where either version has it', () => {
    const change = { field: 'name', before: { sv: 'A' }, after: { sv: 'B' } } as const;
    expect(textDifference(change).en).toBeUndefined();
    expect(textDifference({ ...change, after: { sv: 'B', en: 'C' } }).en).toEqual([{ kind: 'added', text: 'C' }]);
  });

  it('of a thousand words, all others, is the one text and the other, in no time', () => {
    const [before, after] = ['a '.repeat(1000), 'b '.repeat(1000)];
    const start = performance.now();
    expect(wordDifference(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
