import { folded, foldedCode } from './spelling.js';

describe('a name folded', () => {
  const name = 'Öppet arbetslösa 16–64 år';
  for (const [what, other] of [
    ['case', 'öppet ARBETSLÖSA 16–64 år'],
    ['spaces', ' Öppet\u00a0arbetslösa  16–64år\t'],
    ['how letters are composed', name.normalize('NFD')],
    ['marks that nobody sees', '\ufeffÖppet arbets\u00adlösa 16–64 år\u200b'],
  ] as const)
    it(`is the same whatever its ${what}`, () => expect(folded(other)).toBe(folded(name)));

  for (const other of ['Oppet arbetslosa 16–64 år', 'Öppet arbetslösa 16–65 år'])
    it(`is another of another name: ${other}`, () => expect(folded(other)).not.toBe(folded(name)));
});

describe('a code folded', () => {
  for (const [code, other] of [
    ['0884', '884'],
    ['0000', '0'],
    ['0884-tuna', '884-Tuna'],
    ['0580', ' 00580 '],
  ] as const)
    it(`is the same for ${code} and ${other}`, () => expect(foldedCode(other)).toBe(foldedCode(code)));

  it('is another of another code', () => expect(foldedCode('0884')).not.toBe(foldedCode('8840')));
});
