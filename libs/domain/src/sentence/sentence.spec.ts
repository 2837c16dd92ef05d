import { parsePeriod } from '../time/period-code.js';
import { assess, type Assessed } from '../status/status-assess.js';
import { outcome, PERCENT, someRules } from '../status/status.fixtures.js';
import { NAME, NIGHTS, nights, nightsWithout, population, ranking, said, withoutTarget } from './sentence.fixtures.js';
import { sentenceOf } from './sentence.js';

describe('the finding', () => {
  const findings: [changes: Partial<Assessed>, sv: string, en: string][] = [
    [{}, '15 327 invånare 2026, 57 färre än 2025', '15,327 inhabitants in 2026, 57 fewer than in 2025'],
    [
      { observations: [outcome('2026', 15400, { quality: 'preliminary', provenance: 'rounded' })] },
      '15 400 invånare 2026 (preliminärt, avrundat), inget värde att jämföra med',
      '15,400 inhabitants in 2026 (preliminary, rounded), no value to compare with',
    ],
    [
      { observations: [outcome('2025', 15400), outcome('2026', 15400)] },
      '15 400 invånare 2026, oförändrat jämfört med 2025',
      '15,400 inhabitants in 2026, unchanged compared with 2025',
    ],
    [
      {
        ...withoutTarget,
        unit: PERCENT,
        rules: someRules({ cadence: 'irregular', irregularYears: [2014, 2018], decimals: 2 }),
        observations: [outcome('2014', 86.62), outcome('2018', 88.22)],
      },
      '88,22 % 2018, 1,60 procentenheter högre än 2014',
      '88.22% in 2018, 1.60 percentage points higher than in 2014',
    ],
    [
      { ...ranking, observations: [outcome('2025', 210), outcome('2026', 179)] },
      'Placering 179 år 2026, 31 placeringar bättre än 2025',
      'Rank 179 in 2026, 31 places better than in 2025',
    ],
    [
      { ...ranking, observations: [outcome('2025', 169), outcome('2026', 170)] },
      'Placering 170 år 2026, 1 placering sämre än 2025',
      'Rank 170 in 2026, 1 place worse than in 2025',
    ],
    [
      {
        ...withoutTarget,
        unit: { sv: 'deltagare', en: 'participants' },
        rules: someRules({ cadence: 'quarter' }),
        observations: [outcome('2026-Q3', 112, { provenance: 'example' }), outcome('2025-Q3', 147)],
      },
      '112 deltagare kvartal 3 2026 (exempel), 35 färre än kvartal 3 2025',
      '112 participants in quarter 3 2026 (example), 35 fewer than in quarter 3 2025',
    ],
    [
      {
        ...withoutTarget,
        unit: NIGHTS,
        rules: someRules({ cadence: 'month' }),
        observations: [outcome('2026-M07', 48211), outcome('2025-M07', 47000)],
      },
      '48 211 gästnätter i juli 2026, 1 211 fler än i juli 2025',
      '48,211 guest nights in July 2026, 1,211 more than in July 2025',
    ],
    [
      nights,
      '106 gästnätter de tolv månaderna till och med december 2026, 16 fler än ett år tidigare',
      '106 guest nights in the twelve months to December 2026, 16 more than a year earlier',
    ],
    [
      {
        ...withoutTarget,
        unit: { sv: 'tkr', en: 'thousand SEK' },
        rules: someRules({ cadence: 'tertial', reporting: 'year-to-date' }),
        observations: [outcome('2026-T2', 412), outcome('2025-T2', 400)],
        today: '2026-12-01',
      },
      '412 tkr januari–augusti 2026, 12 tkr högre än januari–augusti 2025',
      '412 thousand SEK in January–August 2026, 12 thousand SEK higher than in January–August 2025',
    ],
    [
      {
        ...withoutTarget,
        unit: { sv: 'kronor per invånare', en: 'SEK per inhabitant' },
        rules: someRules({ cadence: 'half-year' }),
        observations: [outcome('2026-H1', 400), outcome('2025-H1', 412)],
      },
      '400 kronor per invånare första halvåret 2026, 12 kronor lägre än första halvåret 2025',
      '400 SEK per inhabitant in the first half of 2026, 12 SEK lower than in the first half of 2025',
    ],
    [
      {
        ...withoutTarget,
        unit: { sv: 'index', en: 'index' },
        rules: someRules({
          breaks: [{ firstPeriod: parsePeriod('2026'), reason: { sv: 'Fyra områden i stället för sex' } }],
        }),
        observations: [outcome('2025', 81), outcome('2026', 80)],
      },
      'Index 80 år 2026, inte jämförbart med tiden före 2026',
      'Index 80 in 2026, not comparable with the time before 2026',
    ],
    [
      {
        ...{ ...nights, ...withoutTarget, measure: 'rolling-12-months' },
        rules: someRules({
          ...{ cadence: 'quarter', aggregation: 'sum' },
          breaks: [{ firstPeriod: parsePeriod('2025-Q3'), reason: { sv: 'Nya räknare' } }],
        }),
      },
      '106 gästnätter de tolv månaderna till och med december 2026, inte jämförbart med tiden före kvartal 3 2025',
      '106 guest nights in the twelve months to December 2026, not comparable with the time before quarter 3 2025',
    ],
    [
      {
        ...{ unit: { sv: 'index', en: 'index' }, observations: [outcome('2023', 81), outcome('2026', 80)] },
        rules: someRules({ breaks: [{ firstPeriod: parsePeriod('2024'), reason: { sv: 'Fyra områden' } }] }),
      },
      'Index 80 år 2026, inte jämförbart med tiden före 2024',
      'Index 80 in 2026, not comparable with the time before 2024',
    ],
    [
      {
        // The break on the way from the baseline is the status's: here nothing has been measured for years.
        ...{ unit: { sv: 'index', en: 'index' }, observations: [outcome('2025', 75), outcome('2028', 80)], today: '2029-06-01' },
        rules: someRules({ breaks: [{ firstPeriod: parsePeriod('2025'), reason: { sv: 'Fyra områden' } }] }),
      },
      'Index 80 år 2028, inget värde att jämföra med',
      'Index 80 in 2028, no value to compare with',
    ],
    [{ observations: [] }, 'Inget värde har publicerats ännu', 'No value has been published yet'],
    [
      { observations: [outcome('2025', 15384), outcome('2026', { missing: 'confidential' })] },
      'Inget värde för 2026 (sekretess); det senaste är 15 384 invånare 2025',
      'No value for 2026 (confidential); the latest is 15,384 inhabitants in 2025',
    ],
    [
      { ...nights, ...withoutTarget, measure: 'rolling-12-months', observations: [outcome('2026-Q4', { missing: 'confidential' })] },
      'Inget värde för de tolv månaderna till och med december 2026, eftersom kvartal 1 2026, kvartal 2 2026, kvartal 3 2026 med flera saknas',
      'No value for the twelve months to December 2026, since quarter 1 2026, quarter 2 2026, quarter 3 2026 and others are missing',
    ],
    [
      { ...nights, observations: nightsWithout('2026-Q3') },
      'Inget värde för de tolv månaderna till och med december 2026, eftersom kvartal 3 2026 saknas; det senaste är 96 gästnätter de tolv månaderna till och med juni 2026',
      'No value for the twelve months to December 2026, since quarter 3 2026 is missing; the latest is 96 guest nights in the twelve months to June 2026',
    ],
  ];
  for (const [changes, sv, en] of findings) {
    it(`is "${sv}"`, () => {
      expect(said(changes, 'sv').heading).toBe(sv);
      expect(said(changes, 'en').heading).toBe(en);
    });
  }

  it('follows the name of the indicator in a headline, whatever noun phrase the name is', () => {
    expect(said({}, 'sv').headline).toBe('Folkmängd 31 december: 15 327 invånare 2026, 57 färre än 2025');
    expect(said({ observations: [] }, 'en').headline).toBe('Population on 31 December: no value has been published yet');
  });
});

describe('the formula', () => {
  it('is written as each language writes numbers, and is none where there is no status', () => {
    const formula = (changes: Partial<Assessed>, language: 'sv' | 'en') =>
      sentenceOf(assess({ ...population, ...changes }), NAME, language).formula;
    expect([formula({}, 'sv'), formula({}, 'en')]).toEqual(['15\u00a0422 \u2212 15\u00a0327 = 95 > 50', '15,422 \u2212 15,327 = 95 > 50']);
    expect(formula(withoutTarget, 'en')).toBeUndefined();
  });
});
