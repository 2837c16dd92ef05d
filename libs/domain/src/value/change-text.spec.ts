import { formatChange, formatChangeAlone, formatDifference } from './change-text.js';
import { type Language } from '../language.js';

const swedish = (decimals: number) => ({ decimals, language: 'sv' as Language });

describe('formatChange', () => {
  const cases = [
    [-57, 'invånare', 0, '−57 invånare'],
    [1234.5, 'antal bostäder', 1, '+1\u00a0234,5 bostäder'],
    [1.6, '%', 2, '+1,60 procentenheter'],
    [-1, '%', 0, '−1 procentenhet'],
    [-31, 'placering', 0, '31 placeringar bättre'],
    [1, 'placering', 0, '1 placering sämre'],
    [0, 'placering', 0, '0 placeringar'],
    [2, 'index', 0, '+2 indexenheter'],
    [0.004, 'kr', 2, '0,00 kr'],
    [3, 'antal', 0, '+3'],
  ] as const;
  for (const [change, unit, decimals, text] of cases) {
    it(`writes ${change} ${unit} as "${text}"`, () => expect(formatChange(change, { sv: unit }, swedish(decimals))).toBe(text));
  }

  it('speaks English too', () => {
    expect(formatChange(-1234, { sv: 'invånare', en: 'residents' }, { decimals: 0, language: 'en' })).toBe('−1,234 residents');
    expect(formatChange(1, { sv: '%' }, { decimals: 0, language: 'en' })).toBe('+1 percentage point');
  });

  const english: [change: number, unit: string, en: string, text: string][] = [
    [2, '%', '%', '+2 percentage points'],
    [1, 'placering', 'rank', '1 place worse'],
    [-31, 'placering', 'rank', '31 places better'],
    [1, 'index', 'index', '+1 index point'],
    [-2, 'index', 'index', '−2 index points'],
    [3, 'antal möten', 'number of meetings', '+3 meetings'],
    [3, 'antal', 'count', '+3'],
    [3, 'stort antal', 'a large number', '+3 a large number'],
  ];
  for (const [change, sv, en, text] of english) {
    it(`writes ${change} ${en} as "${text}" in English`, () => {
      expect(formatChange(change, { sv, en }, { decimals: 0, language: 'en' })).toBe(text);
    });
  }

  it('of so many times something is a bare number', () =>
    expect(formatDifference(0.1, { sv: 'gånger taxeringsvärdet' }, swedish(2))).toBe('0,10'));
  it('calls one index point what it is', () => expect(formatDifference(-1, { sv: 'index' }, swedish(0))).toBe('1 indexenhet'));

  it('has no sign when only the size is asked for', () => {
    expect(formatDifference(-2.5, { sv: '%' }, swedish(1))).toBe('2,5 procentenheter');
  });

  it('agrees in number with a unit that says what one is called', () => {
    const groups = { sv: 'grupper', en: 'groups', one: { sv: 'grupp', en: 'group' } };
    expect([1, -1, 0, 2].map((change) => formatChange(change, groups, swedish(0)))).toEqual([
      '+1 grupp',
      '−1 grupp',
      '0 grupper',
      '+2 grupper',
    ]);
    expect(formatChange(1, groups, { decimals: 0, language: 'en' })).toBe('+1 group');
    expect(formatChange(1, groups, swedish(1))).toBe('+1,0 grupper');
  });
});

describe('formatChangeAlone', () => {
  const cases = [
    [9, 'besök', 0, '+9 besök'],
    [0, 'meter', 0, 'oförändrat'],
    [-0, '%', 1, 'oförändrat'],
    [0.1 + 0.2 - 0.3, '%', 1, 'oförändrat'],
    [44.5678 - 45, '%', 0, '−0,4322 procentenheter'],
    [45.4 - 45, '%', 0, '+0,4 procentenheter'],
    [16, 'placering', 0, '16 placeringar sämre'],
  ] as const;
  for (const [change, unit, decimals, text] of cases) {
    it(`writes ${change} ${unit} as "${text}"`, () => expect(formatChangeAlone([0, change], { sv: unit }, swedish(decimals))).toBe(text));
  }

  it('speaks English too', () => {
    expect(formatChangeAlone([7, 7], { sv: 'meter' }, { decimals: 0, language: 'en' })).toBe('unchanged');
  });
});
