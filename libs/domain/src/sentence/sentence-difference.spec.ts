import { type Language } from '../language.js';
import { type Unit } from '../value/number-text-unit.js';
import { betweenText, changeText, differenceText, rangeText } from './sentence-difference.js';

const readable = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
const inBoth = (say: (language: Language) => string | undefined) => [readable(say('sv')), readable(say('en'))];

const PERCENT: Unit = { sv: '%' };
const RANK: Unit = { sv: 'placering', en: 'rank' };
const INDEX: Unit = { sv: 'index', en: 'index' };
const KRONOR: Unit = { sv: 'kronor', en: 'SEK' };
const MINUTES: Unit = { sv: 'minuter', en: 'minutes' };
const RESIDENTS: Unit = { sv: 'invånare', en: 'residents' };

describe('the size of a difference', () => {
  const sizes: [difference: number, unit: Unit, decimals: number, sv: string, en: string][] = [
    [1.6, PERCENT, 2, '1,60 procentenheter', '1.60 percentage points'],
    [-1, PERCENT, 0, '1 procentenhet', '1 percentage point'],
    [1, PERCENT, 1, '1,0 procentenheter', '1.0 percentage points'],
    [-31, RANK, 0, '31 placeringar', '31 places'],
    [1, RANK, 0, '1 placering', '1 place'],
    [2, INDEX, 0, '2 indexenheter', '2 index points'],
    [-1, INDEX, 0, '1 indexenhet', '1 index point'],
    [-300, KRONOR, 0, '300 kronor', '300 SEK'],
    [12, MINUTES, 0, '12 minuter', '12 minutes'],
    [-95, RESIDENTS, 0, '95', '95'],
    [12, { sv: 'kronor per invånare', en: 'SEK per inhabitant' }, 0, '12 kronor', '12 SEK'],
    [12, { sv: 'kr/m²', en: 'SEK/m²' }, 0, '12 kr', '12 SEK'],
    [3, { sv: 'mnkr per år', en: 'million SEK per year' }, 0, '3 mnkr', '3 million SEK'],
    [0.4, { sv: 'per 1 000 invånare', en: 'per 1,000 inhabitants' }, 1, '0,4', '0.4'],
    [0.4, { sv: 'antal per 1 000 invånare', en: 'number per 1,000 inhabitants' }, 1, '0,4', '0.4'],
    [2, { sv: '‰', en: '‰' }, 0, '2', '2'],
    [2, { sv: 'promille', en: 'per mille' }, 0, '2', '2'],
    [3, { sv: 'poäng', en: 'points' }, 0, '3 poäng', '3 points'],
  ];
  for (const [difference, unit, decimals, sv, en] of sizes) {
    it(`of ${difference} ${unit.sv} is "${sv}", in English "${en}"`, () => {
      expect(inBoth((language) => differenceText(difference, unit, { decimals, language }))).toEqual([sv, en]);
    });
  }
});

describe('a change in words', () => {
  const changes: [change: number, unit: Unit, decimals: number, sv: string | undefined, en: string | undefined][] = [
    [-57, RESIDENTS, 0, '57 färre', '57 fewer'],
    [57, RESIDENTS, 0, '57 fler', '57 more'],
    [0.5, RESIDENTS, 1, '0,5 högre', '0.5 higher'],
    [-0.5, RESIDENTS, 1, '0,5 lägre', '0.5 lower'],
    [1.6, PERCENT, 2, '1,60 procentenheter högre', '1.60 percentage points higher'],
    [-1.6, PERCENT, 2, '1,60 procentenheter lägre', '1.60 percentage points lower'],
    [-31, RANK, 0, '31 placeringar bättre', '31 places better'],
    [1, RANK, 0, '1 placering sämre', '1 place worse'],
    [2, INDEX, 0, '2 indexenheter högre', '2 index points higher'],
    [-2, INDEX, 0, '2 indexenheter lägre', '2 index points lower'],
    [-0.21, { sv: 'gånger taxeringsvärdet', en: 'times the assessed value' }, 2, '0,21 lägre', '0.21 lower'],
    [300, KRONOR, 0, '300 kronor högre', '300 SEK higher'],
    [-300, KRONOR, 0, '300 kronor lägre', '300 SEK lower'],
    [12, MINUTES, 0, '12 minuter mer', '12 minutes more'],
    [-12, MINUTES, 0, '12 minuter mindre', '12 minutes less'],
    [0, RESIDENTS, 0, undefined, undefined],
    [0.4, RESIDENTS, 0, undefined, undefined],
    [-0.04, PERCENT, 1, undefined, undefined],
  ];
  for (const [change, unit, decimals, sv, en] of changes) {
    it(`of ${change} ${unit.sv} with ${decimals} decimals is ${sv ? `"${sv}", in English "${en}"` : 'none'}`, () => {
      expect(inBoth((language) => changeText([0, change], unit, { decimals, language }))).toEqual([sv, en]);
    });
  }
});

describe('a change', () => {
  it('is the difference of what is shown: 44.55 to 44.96 is from 44.6 to 45.0', () => {
    expect(readable(changeText([44.55, 44.96], PERCENT, { decimals: 1, language: 'sv' }))).toBe('0,4 procentenheter högre');
  });
});

describe('an interval', () => {
  const intervals: [unit: Unit, decimals: number, range: [number, number], texts: [to: string, toEn: string, between: string, betweenEn: string]][] = [
    [PERCENT, 1, [2, 2.5], ['2,0 till 2,5 %', '2.0% to 2.5%', 'mellan 2,0 och 2,5 %', 'between 2.0% and 2.5%']],
    [RANK, 0, [100, 150], ['placering 100 till 150', 'rank 100 to 150', 'mellan placering 100 och 150', 'between rank 100 and 150']],
    [INDEX, 0, [70, 80], ['index 70 till 80', 'index 70 to 80', 'mellan index 70 och 80', 'between index 70 and 80']],
    [RESIDENTS, 0, [14652, 15469], ['14 652 till 15 469 invånare', '14,652 to 15,469 residents', 'mellan 14 652 och 15 469 invånare', 'between 14,652 and 15,469 residents']],
  ]; // prettier-ignore
  for (const [unit, decimals, range, [to, toEn, between, betweenEn]] of intervals) {
    it(`says its unit once: "${to}", "${between}"`, () => {
      expect(inBoth((language) => rangeText(range, unit, { decimals, language }))).toEqual([to, toEn]);
      expect(inBoth((language) => betweenText(range, unit, { decimals, language }))).toEqual([between, betweenEn]);
    });
  }
});
