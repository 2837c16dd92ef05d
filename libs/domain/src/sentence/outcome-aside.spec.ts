import { assess, type Assessed } from '../status/status-assess.js';
import { INHABITANTS, outcome } from '../status/status.fixtures.js';
import { type Observation } from '../value/observation.js';
import { apartText, outcomeCaption } from './outcome-aside.js';
import { nights, population } from './sentence.fixtures.js';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('what stands beneath the large figure', () => {
  const cases: [changes: Partial<Assessed>, sv: string | undefined, en: string | undefined][] = [
    [{}, '2026, slutligt', '2026, final'],
    [{ observations: [outcome('2026', 15400, { quality: 'preliminary' })] }, '2026, preliminärt', '2026, preliminary'],
    [
      { observations: [outcome('2026', 15400, { provenance: 'reported' })] },
      '2026, återgivet, inte avstämt mot källan',
      '2026, reported second-hand, not reconciled with the source',
    ],
    [nights, 'de tolv månaderna till och med december 2026, slutligt', 'the twelve months to December 2026, final'],
    [{ observations: [outcome('2026', { missing: 'confidential' })] }, '2026', '2026'],
    [{ observations: [] }, undefined, undefined],
  ];
  for (const [changes, sv, en] of cases) {
    it(`is ${sv ?? 'nothing'}`, () => {
      const made = assess({ ...population, ...changes });
      expect([outcomeCaption(made, 'sv'), outcomeCaption(made, 'en')]).toEqual([sv, en]);
    });
  }
});

describe('a figure that does not count', () => {
  const cases: [observation: Observation, sv: string, en: string][] = [
    [
      outcome('2026-Q4', 1030, { quality: 'preliminary' }),
      'Lämnat under pågående period, kvartal 4 2026: 1 030 invånare (preliminärt).',
      'Given while the period was under way, quarter 4 2026: 1,030 inhabitants (preliminary).',
    ],
    [
      outcome('2026-Q4', { missing: 'confidential' }),
      'Lämnat under pågående period, kvartal 4 2026: sekretess.',
      'Given while the period was under way, quarter 4 2026: confidential.',
    ],
    [outcome('2026-M09', { missing: 'not-yet-published' }), 'September 2026: inte publicerat än.', 'September 2026: not yet published.'],
  ];
  for (const [observation, sv, en] of cases) {
    it(`is told apart: ${sv}`, () => {
      const about = { unit: INHABITANTS, decimals: 0 };
      expect([plain(apartText(observation, about, 'sv')), plain(apartText(observation, about, 'en'))]).toEqual([sv, en]);
    });
  }
});
