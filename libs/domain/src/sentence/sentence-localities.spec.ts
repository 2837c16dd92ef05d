import { localitiesHeading } from './sentence-localities.js';
import { outcome } from '../status/status.fixtures.js';

const series = (figures: Readonly<Record<string, number>>) => Object.entries(figures).map(([period, value]) => outcome(period, value));

/** Population of six of Vimmerby's ten localities; the other four have no statistics of their own. */
const VIMMERBY = [
  series({ 2018: 319, 2019: 296, 2020: 302 }),
  series({ 2018: 515, 2019: 528, 2020: 509 }),
  series({ 2018: 1049, 2019: 1024, 2020: 1025 }),
  series({ 2018: 1178, 2019: 1150, 2020: 1162 }),
  series({ 2018: 211, 2019: 214, 2020: 240 }),
  series({ 2018: 8298, 2019: 8241, 2020: 8182 }),
  ...Array.from({ length: 4 }, () => []),
];

describe('the finding of an indicator that is reported by locality', () => {
  const cases: [what: string, localities: Parameters<typeof localitiesHeading>[0], sv: string | undefined, en: string | undefined][] = [
    ['Vimmerby’s ten', VIMMERBY, 'Högre 2020 än 2019 i 4 av 6 orter', 'Higher in 2020 than in 2019 in 4 of 6 localities'],
    [
      'one whose values are second-hand',
      [[outcome('2019', 1), outcome('2020', 2, { provenance: 'reported' })], []],
      'Högre 2020 än 2019 i 1 av 1 ort (återgivet, inte avstämt mot källan)',
      'Higher in 2020 than in 2019 in 1 of 1 locality (reported second-hand, not reconciled with the source)',
    ],
    ['a single one', [series({ 2019: 1, 2020: 2 })], 'Högre 2020 än 2019 i 1 av 1 ort', 'Higher in 2020 than in 2019 in 1 of 1 locality'],
    [
      'none that rises, an equal one among them',
      [series({ 2019: 2, 2020: 2 }), series({ 2019: 3, 2020: 1 })],
      'Högre 2020 än 2019 i 0 av 2 orter',
      'Higher in 2020 than in 2019 in 0 of 2 localities',
    ],
    ['one period only', [series({ 2020: 2 }), []], 'Värden 2020 för 1 av 2 orter', 'Values in 2020 for 1 of 2 localities'],
    [
      'no two periods of the same locality',
      [series({ 2020: 2 }), series({ 2019: 2 })],
      'Värden 2020 för 1 av 2 orter',
      'Values in 2020 for 1 of 2 localities',
    ],
    [
      'quarters',
      [series({ '2026-Q2': 2, '2026-Q3': 3 })],
      'Högre kvartal 3 2026 än kvartal 2 2026 i 1 av 1 ort',
      'Higher in quarter 3 2026 than in quarter 2 2026 in 1 of 1 locality',
    ],
    ['no value at all', [[], []], undefined, undefined],
  ];
  for (const [what, localities, sv, en] of cases) {
    it(`of ${what} is ${JSON.stringify(sv)}`, () => {
      expect([localitiesHeading(localities, 'sv'), localitiesHeading(localities, 'en')]).toEqual([sv, en]);
    });
  }
});
