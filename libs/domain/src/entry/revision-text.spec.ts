import { type SaidFigure } from './revision.js';
import { revisedOnText, revisionText } from './revision-text.js';

const visits = { unit: { sv: 'besök', en: 'visits' }, decimals: 0 };
const preliminary: SaidFigure = { value: 2034, quality: 'preliminary', provenance: 'exact' };
const final: SaidFigure = { ...preliminary, quality: 'final' };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('revisionText', () => {
  const cases: [what: string, from: SaidFigure, to: SaidFigure, sv: string, en: string][] = [
    ['made final', preliminary, final, '2 034 besök, nu slutligt', '2,034 visits, now final'],
    [
      'made final with another value',
      preliminary,
      { ...final, value: 2041 },
      '2 034 besök blev 2 041 besök, nu slutligt',
      '2,034 visits became 2,041 visits, now final',
    ],
    ['corrected', final, { ...final, value: 2041 }, '2 034 besök blev 2 041 besök', '2,034 visits became 2,041 visits'],
    ['made preliminary', final, preliminary, '2 034 besök, nu preliminärt', '2,034 visits, now preliminary'],
    [
      'less than is shown',
      final,
      { ...final, value: 2034.25 },
      '2 034,00 besök blev 2 034,25 besök',
      '2,034.00 visits became 2,034.25 visits',
    ],
    [
      'taken away',
      final,
      { missing: 'confidential', quality: 'final', provenance: 'exact' },
      '2 034 besök blev sekretess',
      '2,034 visits became confidential',
    ],
    [
      'found to be second-hand',
      final,
      { ...final, provenance: 'reported' },
      '2 034 besök, nu återgivet, inte avstämt mot källan',
      '2,034 visits, now reported second-hand, not reconciled with the source',
    ],
    [
      'given another margin, and fewer answers',
      { ...final, margin: 20, respondents: 412 },
      { ...final, margin: 30 },
      '2 034 besök, felmarginal ± 20 blev ± 30, antal svarande 412 blev ingen uppgift',
      '2,034 visits, margin of error ± 20 became ± 30, respondents 412 became not stated',
    ],
    [
      'given another note',
      final,
      { ...final, provenanceNote: 'Ur årsboken' },
      '2 034 besök, värdet är detsamma',
      '2,034 visits, the value is the same',
    ],
  ];
  for (const [what, from, to, sv, en] of cases) {
    it(`tells of a value ${what}`, () => {
      expect(plain(revisionText(from, to, { ...visits, language: 'sv' }))).toBe(sv);
      expect(plain(revisionText(from, to, { ...visits, language: 'en' }))).toBe(en);
    });
  }
});

describe('when a revision became public', () => {
  it('is a sentence with the day in Stockholm', () => {
    const told = (kind: 'correction' | 'confirmation') =>
      (['sv', 'en'] as const).map((language) => revisedOnText(kind, '2026-03-02T23:30:00.000Z', language));
    expect(told('correction')).toEqual(['Rättat den 3 mars 2026.', 'Corrected on 3 March 2026.']);
    expect(told('confirmation')).toEqual(['Slutligt sedan den 3 mars 2026.', 'Final since 3 March 2026.']);
  });
});
