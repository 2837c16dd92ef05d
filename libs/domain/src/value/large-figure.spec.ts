import { type Language, type Localized } from '../language.js';
import { largeFigure } from './large-figure.js';

const PEOPLE = { sv: 'invånare', en: 'inhabitants' };

describe('a figure set large', () => {
  const cases: readonly (readonly [value: number, unit: Localized, decimals: number, language: Language, said: readonly string[]])[] = [
    [15_327, PEOPLE, 0, 'sv', ['15 327', 'invånare']],
    [15_327, PEOPLE, 0, 'en', ['15,327', 'inhabitants']],
    [-51.6, { sv: '%' }, 1, 'sv', ['−51,6 %']],
    [2.5, { sv: '%', en: '%' }, 1, 'en', ['2.5%']],
    [179, { sv: 'placering', en: 'rank' }, 0, 'sv', ['placering 179']],
    [74, { sv: 'index', en: 'index' }, 0, 'en', ['index 74']],
  ];
  for (const [value, unit, decimals, language, said] of cases)
    it(`is ${said.join(' and beside it ')} (${language})`, () => {
      const { number, unit: beside } = largeFigure(value, unit, { decimals, language });
      expect([number, beside].flatMap((text) => text?.replaceAll('\u00a0', ' ') ?? [])).toEqual([...said]);
    });
});
