import { formatChange, formatDifference } from './change-text.js';
import { type Language } from './language.js';

const swedish = (decimals: number) => ({ decimals, language: 'sv' as Language });

describe('formatChange', () => {
  const cases = [
    [-57, 'invånare', 0, '−57 invånare'],
    [1234.5, 'antal bostäder', 1, '+1\u00a0234,5 bostäder'],
    [1.6, '%', 2, '+1,60 procentenheter'],
    [-1, '%', 0, '−1 procentenhet'],
    [-31, 'placering', 0, '−31 placeringar'],
    [1, 'placering', 0, '+1 placering'],
    [2, 'index', 0, '+2 indexenheter'],
    [0.004, 'kr', 2, '0,00 kr'],
    [3, 'antal', 0, '+3'],
  ] as const;
  for (const [change, unit, decimals, text] of cases) {
    it(`writes ${change} ${unit} as "${text}"`, () =>
      expect(formatChange(change, { sv: unit }, swedish(decimals))).toBe(text));
  }

  it('speaks English too', () => {
    expect(formatChange(-1234, { sv: 'invånare', en: 'residents' }, { decimals: 0, language: 'en' })).toBe(
      '−1,234 residents',
    );
    expect(formatChange(1, { sv: '%' }, { decimals: 0, language: 'en' })).toBe('+1 percentage point');
  });

  it('has no sign when only the size is asked for', () => {
    expect(formatDifference(-2.5, { sv: '%' }, swedish(1))).toBe('2,5 procentenheter');
  });
});
