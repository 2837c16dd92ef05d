import { parsePeriod } from '../time/period-code.js';
import { earlierPhrase, isRolling, periodPhrase, withPeriod } from './sentence-period.js';
import { type MonthsCovered } from './figure-name.js';

const VALUE: MonthsCovered = { measure: 'value', reporting: 'period' };
const SO_FAR: MonthsCovered = { measure: 'value', reporting: 'year-to-date' };
const ROLLING: MonthsCovered = { measure: 'rolling-12-months', reporting: 'period' };

describe('a period in a sentence', () => {
  const phrases: [code: string, covered: MonthsCovered, sv: string, en: string][] = [
    ['2025', VALUE, '2025', 'in 2025'],
    ['2026-M09', VALUE, 'i september 2026', 'in September 2026'],
    ['2026-Q3', VALUE, 'kvartal 3 2026', 'in quarter 3 2026'],
    ['2026-T2', VALUE, 'maj–augusti 2026', 'in May–August 2026'],
    ['2026-H1', VALUE, 'första halvåret 2026', 'in the first half of 2026'],
    ['2026-H2', VALUE, 'andra halvåret 2026', 'in the second half of 2026'],
    ['2025', SO_FAR, '2025', 'in 2025'],
    ['2026-M01', SO_FAR, 'i januari 2026', 'in January 2026'],
    ['2026-M02', SO_FAR, 'januari–februari 2026', 'in January–February 2026'],
    ['2026-M12', SO_FAR, '2026', 'in 2026'],
    ['2026-Q1', SO_FAR, 'januari–mars 2026', 'in January–March 2026'],
    ['2026-Q4', SO_FAR, '2026', 'in 2026'],
    ['2026-T2', SO_FAR, 'januari–augusti 2026', 'in January–August 2026'],
    ['2026-H1', SO_FAR, 'januari–juni 2026', 'in January–June 2026'],
    ['2026-H2', SO_FAR, '2026', 'in 2026'],
    ['2025', ROLLING, '2025', 'in 2025'],
    ['2026-M09', ROLLING, 'de tolv månaderna till och med september 2026', 'in the twelve months to September 2026'],
    ['2026-Q3', ROLLING, 'de tolv månaderna till och med september 2026', 'in the twelve months to September 2026'],
    ['2026-T2', ROLLING, 'de tolv månaderna till och med augusti 2026', 'in the twelve months to August 2026'],
    ['2026-H1', ROLLING, 'de tolv månaderna till och med juni 2026', 'in the twelve months to June 2026'],
  ];
  for (const [code, covered, sv, en] of phrases) {
    const how = covered === VALUE ? 'by itself' : covered === SO_FAR ? 'as the year so far' : 'as twelve months';
    it(`is "${sv}" and "${en}" when it is ${code} ${how}`, () => {
      const period = parsePeriod(code);
      expect([periodPhrase(period, 'sv', covered), periodPhrase(period, 'en', covered)]).toEqual([sv, en]);
    });
  }
});

describe('the value of a year before', () => {
  const phrases: [code: string, covered: MonthsCovered, sv: string, en: string][] = [
    ['2025-Q3', VALUE, 'kvartal 3 2025', 'in quarter 3 2025'],
    ['2025-T2', SO_FAR, 'januari–augusti 2025', 'in January–August 2025'],
    ['2025-Q3', ROLLING, 'ett år tidigare', 'a year earlier'],
    ['2025', ROLLING, '2025', 'in 2025'],
  ];
  for (const [code, covered, sv, en] of phrases) {
    it(`is called "${sv}", in English "${en}"`, () => {
      const period = parsePeriod(code);
      expect([earlierPhrase(period, 'sv', covered), earlierPhrase(period, 'en', covered)]).toEqual([sv, en]);
    });
  }

  it('is of twelve months where the target is, unless the period is itself a year', () => {
    const asked = (code: string, covered: MonthsCovered) => isRolling(parsePeriod(code), covered);
    expect([asked('2026-Q3', ROLLING), asked('2026', ROLLING), asked('2026-Q3', VALUE)]).toEqual([true, false, false]);
  });
});

describe('a value and its period', () => {
  const cases: [value: string, phrase: string, language: 'sv' | 'en', text: string][] = [
    ['placering 179', '2025', 'sv', 'placering 179 år 2025'],
    ['index 80', '2024', 'sv', 'index 80 år 2024'],
    ['15 327 invånare', '2025', 'sv', '15 327 invånare 2025'],
    ['placering 179', 'kvartal 3 2025', 'sv', 'placering 179 kvartal 3 2025'],
    ['rank 179', 'in 2025', 'en', 'rank 179 in 2025'],
  ];
  for (const [value, phrase, language, text] of cases) {
    it(`is "${text}"`, () => expect(withPeriod(value, phrase, language)).toBe(text));
  }
});
