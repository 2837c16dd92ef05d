import { assess, type Assessed } from '../status/status-assess.js';
import { at, bandTarget, outcome, pointTarget, someRules } from '../status/status.fixtures.js';
import { parsePeriod } from '../time/period-code.js';
import { explanationNumbers, type ExplanationNumbers } from './explanation-numbers.js';
import { inflation, nights, population, ranking } from './sentence.fixtures.js';

describe('the numbers of an explanation', () => {
  const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
  const shown = (changes: Partial<Assessed>, language: 'sv' | 'en'): ExplanationNumbers =>
    Object.fromEntries(
      Object.entries(explanationNumbers(assess({ ...population, ...changes }), language)).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, plain(text)]],
      ),
    );
  const cases: [what: string, changes: Partial<Assessed>, language: 'sv' | 'en', numbers: ExplanationNumbers][] = [
    [
      'of a point target',
      {},
      'sv',
      {
        outcome: '15 327 invånare 2026',
        target: 'Från 15 327 invånare 2025 till 15 800 invånare 2030',
        expected: '15 422 invånare 2026',
        tolerance: '50 invånare',
      },
    ],
    [
      'of a path in steps',
      { target: pointTarget({ path: 'step', milestones: [at('2026', 15_400), at('2028', 15_600)] }) },
      'sv',
      {
        outcome: '15 327 invånare 2026',
        target: 'Från 15 327 invånare 2025 till 15 800 invånare 2030. Målbanan går i steg: 15 400 invånare 2026; 15 600 invånare 2028.',
        expected: '15 400 invånare 2026',
        tolerance: '50 invånare',
      },
    ],
    [
      'of a path that bends',
      { target: pointTarget({ milestones: [at('2026', 15_400)] }) },
      'en',
      {
        outcome: '15,327 inhabitants in 2026',
        target:
          'From 15,327 inhabitants in 2025 to 15,800 inhabitants in 2030. The path is straight between the milestones: 15,400 inhabitants in 2026.',
        expected: '15,400 inhabitants in 2026',
        tolerance: '50 inhabitants',
      },
    ],
    [
      'of a place in a ranking, where nothing is near',
      { ...ranking, observations: [outcome('2026', 171)] },
      'en',
      {
        outcome: 'rank 171 in 2026',
        target: 'From rank 179 in 2025 to rank 150 in 2030',
        expected: 'rank 173 in 2026',
        tolerance: '0 places',
      },
    ],
    [
      'of twelve months',
      nights,
      'sv',
      {
        outcome: '106 gästnätter de tolv månaderna till och med december 2026',
        target:
          'Från 90 gästnätter de tolv månaderna till och med december 2024 till 120 gästnätter de tolv månaderna till och med december 2028',
        expected: '105 gästnätter de tolv månaderna till och med december 2026',
        tolerance: '2 gästnätter',
      },
    ],
    [
      'of a band and a survey, which has a margin',
      { ...inflation, observations: [{ ...outcome('2026', 2.2), margin: 0.4 }] },
      'en',
      {
        outcome: '2.2% in 2026',
        target: 'Between 2.0% and 2.5%, from 2025 up to and including 2030',
        tolerance: '0.2 percentage points',
        margin: '± 0.4 percentage points',
      },
    ],
    [
      'of a target that counts from the latest value, which it expects nothing of',
      { observations: [outcome('2025', 15_384)] },
      'sv',
      { outcome: '15 384 invånare 2025', target: 'Från 15 327 invånare 2025 till 15 800 invånare 2030', tolerance: '50 invånare' },
    ],
    [
      'of a path on the other side of a break, which expects nothing either',
      { rules: someRules({ breaks: [{ firstPeriod: parsePeriod('2026'), reason: { sv: 'Ny räkning' } }] }) },
      'sv',
      { outcome: '15 327 invånare 2026', target: 'Från 15 327 invånare 2025 till 15 800 invånare 2030', tolerance: '50 invånare' },
    ],
    [
      'of a band over twelve months',
      {
        ...nights,
        target: bandTarget({
          measure: 'rolling-12-months',
          low: 90,
          high: 110,
          baselinePeriod: parsePeriod('2025-Q4'),
          finalPeriod: parsePeriod('2028-Q4'),
        }),
      },
      'sv',
      {
        outcome: '106 gästnätter de tolv månaderna till och med december 2026',
        target: 'Mellan 90 och 110 gästnätter, från de tolv månader som slutar med december 2025 till de som slutar med december 2028',
        tolerance: '0 gästnätter',
      },
    ],
    [
      'of a value that is missing after a real one',
      { target: undefined, observations: [outcome('2025', 15_384), { ...outcome('2026', 0), value: undefined, missing: 'not-measured' }] },
      'sv',
      { lastReal: '15 384 invånare 2025' },
    ],
  ];
  for (const [what, changes, language, numbers] of cases) {
    it(`${what} have units and periods in ${language}`, () => expect(shown(changes, language)).toEqual(numbers));
  }
});
