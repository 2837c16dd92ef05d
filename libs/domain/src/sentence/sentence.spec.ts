import { parsePeriod } from '../time/period-code.js';
import { sentenceOf } from './sentence.js';
import { targetFinding } from './sentence-status.js';
import { assess, type Assessed } from '../status/status-assess.js';
import { at, bandTarget, INHABITANTS, outcome, pointTarget, someRules } from '../status/status.fixtures.js';

const NAME = { sv: 'Folkmängd 31 december', en: 'Population on 31 December' };
const PERCENT = { sv: '%', en: '%' };
const RANK = { sv: 'placering', en: 'rank' };
const NIGHTS = { sv: 'gästnätter', en: 'guest nights' };

const population: Assessed = {
  rules: someRules(),
  unit: INHABITANTS,
  target: pointTarget(),
  observations: [outcome('2025', 15384), outcome('2026', 15327)],
  today: '2027-06-01',
};
const unemployment: Partial<Assessed> = {
  unit: PERCENT,
  rules: someRules({ direction: 'decrease', decimals: 1 }),
  target: pointTarget({ path: 'step', baseline: at('2025', 6), final: at('2030', 5), tolerance: 0.5 }),
};
const inflation: Partial<Assessed> = {
  unit: PERCENT,
  rules: someRules({ direction: 'none', decimals: 1 }),
  target: bandTarget(),
};
const ranking: Partial<Assessed> = {
  unit: RANK,
  rules: someRules({ direction: 'decrease', min: 1 }),
  target: pointTarget({ baseline: at('2025', 179), final: at('2030', 150), tolerance: 0 }),
};
const nights: Partial<Assessed> = {
  unit: NIGHTS,
  rules: someRules({ cadence: 'quarter', aggregation: 'sum' }),
  target: pointTarget({
    measure: 'rolling-12-months',
    baseline: at('2024-Q4', 90),
    final: at('2028-Q4', 120),
    tolerance: 2,
  }),
  observations: [10, 20, 40, 20, 11, 25, 40, 30].map((value, index) =>
    outcome(`202${5 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, value),
  ),
};
const withoutTarget = { target: undefined };

/** Sentences with ordinary signs for spaces and minus, so that the tables below can be read and typed. */
function said(changes: Partial<Assessed>, language: 'sv' | 'en') {
  const made = sentenceOf(assess({ ...population, ...changes }), NAME, language);
  const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
  return {
    heading: plain(made.heading),
    headline: plain(made.headline),
    status: plain(made.status),
    flip: plain(made.flip),
  };
}

describe('the finding', () => {
  const findings: [changes: Partial<Assessed>, sv: string, en: string][] = [
    [{}, '15 327 invånare 2026, 57 färre än 2025', '15,327 inhabitants in 2026, 57 fewer than in 2025'],
    [
      { observations: [outcome('2026', 15400, { quality: 'preliminary', provenance: 'rounded' })] },
      '15 400 invånare 2026 (preliminärt, avrundat), utan jämförbart värde ett år tidigare',
      '15,400 inhabitants in 2026 (preliminary, rounded), with no comparable value a year earlier',
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
    [{ observations: [] }, 'Inget värde har publicerats ännu', 'No value has been published yet'],
    [
      { observations: [outcome('2025', 15384), outcome('2026', { missing: 'confidential' })] },
      'Inget värde 2026 (sekretess); det senaste är 15 384 invånare 2025',
      'No value in 2026 (confidential); the latest is 15,384 inhabitants in 2025',
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

describe('the status in words', () => {
  const sayings: [changes: Partial<Assessed>, sv: string, en: string][] = [
    [
      {},
      'Ur fas: utfallet ligger 95 under målbanan, som är 15 422 invånare 2026. Målet är 15 800 invånare 2030.',
      'Off track: the outcome is 95 below the target path, which is 15,422 inhabitants in 2026. The target is 15,800 inhabitants in 2030.',
    ],
    [
      { observations: [outcome('2026', 15400)], target: pointTarget({ isExample: true }) },
      'Nära: utfallet ligger 22 under målbanan, som är 15 422 invånare 2026, men inom toleransen på 50. Målet (ett exempel) är 15 800 invånare 2030.',
      'Nearly on track: the outcome is 22 below the target path, which is 15,422 inhabitants in 2026, but within the tolerance of 50. The target (an example) is 15,800 inhabitants in 2030.',
    ],
    [
      { observations: [outcome('2026', 15422)] },
      'I fas: utfallet ligger precis på målbanan, som är 15 422 invånare 2026. Målet är 15 800 invånare 2030.',
      'On track: the outcome is exactly on the target path, which is 15,422 inhabitants in 2026. The target is 15,800 inhabitants in 2030.',
    ],
    [
      { observations: [outcome('2030', 15327)], today: '2031-06-01' },
      'Ej uppfyllt: utfallet ligger 473 under målet, som var 15 800 invånare 2030.',
      'Not met: the outcome is 473 below the target, which was 15,800 inhabitants in 2030.',
    ],
    [
      { ...unemployment, observations: [outcome('2026', 6.6, { margin: 0.7 })] },
      'Ur fas: utfallet ligger 0,6 procentenheter över målbanan, som är 6,0 % 2026. Målet är 5,0 % 2030. Utfallet kan inte skiljas från målbanan, eftersom felmarginalen är ±0,7 procentenheter.',
      'Off track: the outcome is 0.6 percentage points above the target path, which is 6.0% in 2026. The target is 5.0% in 2030. The outcome cannot be told apart from the target path, since the margin of error is ±0.7 percentage points.',
    ],
    [
      { ...inflation, observations: [outcome('2026', 2.2)] },
      'I fas: utfallet ligger inom målintervallet 2,0 till 2,5 %.',
      'On track: the outcome is within the target interval of 2.0 to 2.5%.',
    ],
    [
      { ...inflation, target: bandTarget({ isExample: true }), observations: [outcome('2026', 2.9)] },
      'Ur fas: utfallet ligger 0,4 procentenheter över målintervallet, som är 2,0 till 2,5 %. Målet är ett exempel.',
      'Off track: the outcome is 0.4 percentage points above the target interval, which is 2.0 to 2.5%. The target is an example.',
    ],
    [
      { ...ranking, observations: [outcome('2026', 179)] },
      'Ur fas: utfallet ligger 6 placeringar sämre än målbanan, som är placering 173 år 2026. Målet är placering 150 år 2030.',
      'Off track: the outcome is 6 places worse than the target path, which is rank 173 in 2026. The target is rank 150 in 2030.',
    ],
    [
      nights,
      'I fas: utfallet ligger 1 över målbanan, som är 105 gästnätter. Målet är 120 gästnätter de tolv månaderna till och med december 2028.',
      'On track: the outcome is 1 above the target path, which is 105 guest nights. The target is 120 guest nights in the twelve months to December 2028.',
    ],
    [withoutTarget, 'Kan inte bedömas. Det finns inget beslutat målvärde.', 'Cannot be assessed. No target has been decided.'],
    [
      { observations: [outcome('2026', { missing: 'confidential' })] },
      'Kan inte bedömas. Det senaste värdet saknas: sekretess.',
      'Cannot be assessed. The latest value is missing: confidential.',
    ],
  ];
  for (const [changes, sv, en] of sayings) {
    it(`is "${sv.slice(0, 90)}…"`, () => {
      expect(said(changes, 'sv').status).toBe(sv);
      expect(said(changes, 'en').status).toBe(en);
    });
  }
});

describe('the finding against a target, to head a chart', () => {
  const cases: [changes: Partial<Assessed>, sv: string, en: string][] = [
    [{}, '95 invånare under målbanan 2026', '95 inhabitants below the target path in 2026'],
    [{ observations: [outcome('2026', 15422)] }, 'Precis på målbanan 2026', 'Exactly on the target path in 2026'],
    [{ observations: [outcome('2030', 15900)], today: '2031-06-01' }, '100 invånare över målet 2030', '100 inhabitants above the target in 2030'],
    [{ ...ranking, observations: [outcome('2026', 179)] }, '6 placeringar sämre än målbanan 2026', '6 places worse than the target path in 2026'],
    [{ ...unemployment, observations: [outcome('2026', 6.6)] }, '0,6 procentenheter över målbanan 2026', '0.6 percentage points above the target path in 2026'],
    [{ ...inflation, observations: [outcome('2026', 2.2)] }, 'Inom målintervallet 2026', 'Within the target interval in 2026'],
    [{ observations: [outcome('2026', 15327, { margin: 200 })] }, '95 invånare under målbanan 2026, men inom felmarginalen', '95 inhabitants below the target path in 2026, but within the margin of error'],
    [{ observations: [] }, 'Inget värde har publicerats ännu', 'No value has been published yet'],
  ]; // prettier-ignore
  for (const [changes, sv, en] of cases) {
    it(`is "${sv}"`, () => {
      const explanation = assess({ ...population, ...changes });
      const said = (language: 'sv' | 'en') => targetFinding(explanation, language).replaceAll('\u00a0', ' ');
      expect([said('sv'), said('en')]).toEqual([sv, en]);
    });
  }

  it('holds no margin of error against a distance that is none', () => {
    const explanation = assess({ ...population, observations: [outcome('2026', 15422, { margin: 200 })] });
    expect([explanation.uncertain, targetFinding(explanation, 'sv')]).toEqual([true, 'Precis på målbanan 2026']);
  });
});

describe('what would flip it', () => {
  const flips: [changes: Partial<Assessed>, sv: string | undefined, en: string | undefined][] = [
    [{}, 'Från 15 422 invånare blir läget I fas.', 'From 15,422 inhabitants it becomes On track.'],
    [
      { observations: [outcome('2026', 15500)] },
      'Från 15 372 till 15 421 invånare blir läget Nära.',
      'From 15,372 to 15,421 inhabitants it becomes Nearly on track.',
    ],
    [
      { ...unemployment, observations: [outcome('2026', 6.6)] },
      'Från 6,0 % och nedåt blir läget I fas.',
      'At 6.0% or less it becomes On track.',
    ],
    [
      { ...ranking, observations: [outcome('2026', 179)] },
      'Från placering 173 och bättre blir läget I fas.',
      'At rank 173 or better it becomes On track.',
    ],
    [
      { ...ranking, observations: [outcome('2026', 170)] },
      'Från placering 174 och sämre blir läget Ur fas.',
      'At rank 174 or worse it becomes Off track.',
    ],
    [
      { ...inflation, observations: [outcome('2026', 2.9)] },
      'Från 2,0 till 2,5 % blir läget I fas.',
      'From 2.0 to 2.5% it becomes On track.',
    ],
    [
      { observations: [outcome('2026', 15430)], target: pointTarget({ tolerance: 1 }) },
      'Vid 15 421 invånare blir läget Nära.',
      'At 15,421 inhabitants it becomes Nearly on track.',
    ],
    [
      { observations: [outcome('2030', 15327)], today: '2031-06-01' },
      'Från 15 800 invånare hade målet varit uppfyllt.',
      'From 15,800 inhabitants the target would have been met.',
    ],
    [withoutTarget, undefined, undefined],
  ];
  for (const [changes, sv, en] of flips) {
    it(`is "${sv ?? 'nothing without a target'}"`, () => {
      expect(said(changes, 'sv').flip).toBe(sv);
      expect(said(changes, 'en').flip).toBe(en);
    });
  }
});

describe('the formula', () => {
  it('is written as each language writes numbers, and is none where there is no status', () => {
    const formula = (changes: Partial<Assessed>, language: 'sv' | 'en') =>
      sentenceOf(assess({ ...population, ...changes }), NAME, language).formula;
    expect([formula({}, 'sv'), formula({}, 'en')]).toEqual(['15\u00a0422 \u2212 15\u00a0327 = 95 > 50', '15,422 \u2212 15,327 = 95 > 50']);
    expect(formula(withoutTarget, 'en')).toBeUndefined();
  });
});
