import fc from 'fast-check';
import { type Localized } from '../language.js';
import { formatNumber, formatSigned } from './number-text.js';
import { readNumber } from './number-text-reading.js';
import { formatWithUnit, unitKind, type UnitKind } from './number-text-unit.js';
import { formatInFull, unitWord } from './number-typed-text.js';
import { fromScaled } from './value-scaled.js';

describe('numbers as they are written', () => {
  const written: [value: number, decimals: number, sv: string, en: string][] = [
    [15327, 0, '15\u00a0327', '15,327'],
    [1049, 0, '1\u00a0049', '1,049'],
    [999, 0, '999', '999'],
    [1234567.8, 1, '1\u00a0234\u00a0567,8', '1,234,567.8'],
    [1.05, 2, '1,05', '1.05'],
    [-51.6, 1, '\u221251,6', '\u221251.6'],
    [-1234, 0, '\u22121\u00a0234', '\u22121,234'],
    [2, 1, '2,0', '2.0'],
    [-0.04, 1, '0,0', '0.0'],
    [0.000001, 6, '0,000001', '0.000001'],
  ];
  for (const [value, decimals, sv, en] of written) {
    it(`write ${value} with ${decimals} decimals as ${sv} and ${en}`, () => {
      expect(formatNumber(value, { decimals, language: 'sv' })).toBe(sv);
      expect(formatNumber(value, { decimals, language: 'en' })).toBe(en);
    });
  }

  it('carry a sign when they are changes', () => {
    const style = { decimals: 0, language: 'sv' } as const;
    expect([12, -57, 0, 0.4].map((change) => formatSigned(change, style))).toEqual(['+12', '\u221257', '0', '0']);
  });

  it('are read back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 6 }), (scaled, decimals) => {
        const value = fromScaled(scaled, decimals);
        expect(readNumber(formatNumber(value, { decimals, language: 'sv' }))).toBe(value);
      }),
    );
  });
});

describe('values with their unit', () => {
  const written: [value: number, decimals: number, sv: string, en: string, texts: [sv: string, en: string]][] = [
    [15327, 0, 'invånare', 'inhabitants', ['15\u00a0327 invånare', '15,327 inhabitants']],
    [2.5, 1, '%', '%', ['2,5\u00a0%', '2.5%']],
    [2.5, 1, 'procent', 'percent', ['2,5 procent', '2.5 percent']],
    [179, 0, 'placering', 'rank', ['placering\u00a0179', 'rank\u00a0179']],
    [81, 0, 'index', 'index', ['index\u00a081', 'index\u00a081']],
    [340, 0, 'tkr', 'thousand SEK', ['340\u00a0tkr', '340 thousand SEK']],
    [45, 0, 'antal', 'number', ['45', '45']],
    [5.2, 1, 'antal per 1 000 invånare', 'number per 1,000 inhabitants', ['5,2 per 1 000 invånare', '5.2 per 1,000 inhabitants']],
    [12.3, 1, '% av hushållen', '% of households', ['12,3\u00a0% av hushållen', '12.3% of households']],
  ];
  for (const [value, decimals, sv, en, texts] of written) {
    it(`say ${value} ${sv} as "${texts[0]}" and "${texts[1]}"`, () => {
      expect(formatWithUnit(value, { sv, en }, { decimals, language: 'sv' })).toBe(texts[0]);
      expect(formatWithUnit(value, { sv, en }, { decimals, language: 'en' })).toBe(texts[1]);
    });
  }

  it('call one by what the unit says that one is called', () => {
    const groups = { sv: 'grupper', one: { sv: 'grupp' } };
    const said = [1, 0, 2].map((value) => formatWithUnit(value, groups, { decimals: 0, language: 'sv' }));
    expect(said).toEqual(['1 grupp', '0 grupper', '2 grupper']);
    expect(formatWithUnit(1, groups, { decimals: 1, language: 'sv' })).toBe('1,0 grupper');
  });
});

describe('a value with all its decimals', () => {
  const percent = { sv: '%' };
  const written: [value: number, decimals: number, text: string][] = [
    [44.5678, 0, '44,5678\u00a0%, visas som 45\u00a0%'],
    [44.5, 1, '44,5\u00a0%'],
    [44, 2, '44,00\u00a0%'],
    [0.000001, 5, '0,000001\u00a0%, visas som 0,00000\u00a0%'],
  ];
  for (const [value, decimals, text] of written) {
    it(`says how it is shown where ${decimals} decimals are: "${text}"`, () => {
      expect(formatInFull(value, percent, { decimals, language: 'sv' })).toBe(text);
    });
  }

  it('says so in English too', () => {
    expect(formatInFull(44.5678, percent, { decimals: 0, language: 'en' })).toBe('44.5678%, shown as 45%');
  });
});

describe('kinds of units', () => {
  const kinds: [kind: UnitKind, units: string[]][] = [
    ['percent', ['%', 'procent', 'Procent av hushållen', '% av invånarna']],
    ['rank', ['placering', 'rankingplats', 'plats i rankingen']],
    ['index', ['index', 'NKI-index', 'index (0–6)', 'indexvärde']],
    ['multiple', ['gånger taxeringsvärdet']],
    [
      'level',
      ['gånger per vecka', 'kr', 'tkr', 'kronor per invånare', 'antal per 1 000 invånare', 'barn per kvinna', '‰', 'kr/m²', 'år', 'poäng'],
    ],
    ['amount', ['minuter', 'dagar', 'km', 'MWh', 'hektar', 'ton']],
    ['count', ['invånare', 'personer', 'platser', 'antal', 'bostäder', 'gånger', 'procentare', 'gästnätter', 'indexerade avtal']],
  ];
  for (const [kind, units] of kinds) {
    it(`hold ${units.join(', ')} to be ${kind}`, () => {
      expect(units.map((sv) => unitKind({ sv }))).toEqual(units.map(() => kind));
    });
  }

  it('are told from the whole unit, not from a word within it', () => {
    const counted = [
      'bästa placeringen',
      'fonder i index',
      'dagar i veckan',
      'sjukdagar',
      'gymnasieår',
      'årskort',
      'hektar skog',
      'tätortshektar',
    ];
    expect(counted.map((sv) => unitKind({ sv }))).toEqual(counted.map(() => 'count'));
    expect(unitKind({ sv: 'invånare i %' })).toBe('count');
  });

  it('do not depend on blank space or capitals', () => {
    expect([' % ', ' Placering', 'INDEX ', ' Kr '].map((sv) => unitKind({ sv }))).toEqual(['percent', 'rank', 'index', 'level']);
  });
});

describe('a unit by itself', () => {
  const words: [unit: Localized, sv: string, en: string][] = [
    [{ sv: '%', en: '%' }, 'procent', '%'],
    [{ sv: '% av hushållen', en: '% of households' }, '% av hushållen', '% of households'],
    [{ sv: 'antal', en: 'number' }, 'antal', 'number'],
    [{ sv: 'kr' }, 'kr', 'kr'],
  ];
  for (const [unit, sv, en] of words) {
    it(`is "${sv}", in English "${en}"`, () => expect([unitWord(unit, 'sv'), unitWord(unit, 'en')]).toEqual([sv, en]));
  }
});
