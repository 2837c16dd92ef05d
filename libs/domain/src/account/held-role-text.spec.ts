import { heldRoleText, type ToldRole } from './held-role-text.js';

const CULTURE = { name: { sv: 'Kultur', en: 'Culture' } };
const CASES: readonly (readonly [held: ToldRole, sv: string, en: string])[] = [
  [{ role: 'politician' }, 'förtroendevald', 'elected representative'],
  [{ role: 'reporter', department: CULTURE }, 'rapportör, Kultur', 'reporter, Culture'],
  [{ role: 'reporter', department: { name: { sv: 'Teknik' } } }, 'rapportör, Teknik', 'reporter, Teknik'],
  [
    { role: 'politician', from: '2026-01-01' },
    'förtroendevald (från och med 1 januari 2026)',
    'elected representative (from 1 January 2026)',
  ],
  [
    { role: 'politician', to: '2026-12-31' },
    'förtroendevald (till och med 31 december 2026)',
    'elected representative (until 31 December 2026)',
  ],
  [
    { role: 'reviewer', department: CULTURE, from: '2026-01-01', to: '2026-12-31' },
    'granskare, Kultur (1 januari 2026–31 december 2026)',
    'reviewer, Culture (1 January 2026–31 December 2026)',
  ],
];

describe('A role that somebody holds', () => {
  for (const [held, sv, en] of CASES)
    it(`is told as ${sv}`, () =>
      expect([heldRoleText(held, 'sv'), heldRoleText(held, 'en')].map((text) => text.replaceAll('\u00a0', ' '))).toEqual([sv, en]));
});
