import { differencesOf } from '../change/difference.js';
import { type ActionContent, ACTION_STATUSES } from './action.js';
import { anAction } from './action.fixtures.js';
import { ACTION_WORDING } from './action-wording.js';
import { ACTION_FIELDS, actionFieldWord, actionStatusWord, changedFields, type ActionField } from './action-words.js';

describe('the words for actions', () => {
  for (const language of ['sv', 'en'] as const) {
    it(`call no two statuses and no two fields the same (${language})`, () => {
      for (const words of [
        ACTION_STATUSES.map((one) => actionStatusWord(one, language)),
        ACTION_FIELDS.map((one) => actionFieldWord(one, language)),
      ])
        expect([new Set(words).size, words.filter((word) => !/^\p{Ll}/u.test(word))]).toEqual([words.length, []]);
    });
  }
});

const CHANGES: readonly [field: ActionField, changes: Partial<ActionContent>, told: string][] = [
  ['status', { status: 'done' }, 'status pågår → klar'],
  ['note', { note: 'Klart i maj.' }, 'läget – → Klart i maj.'],
  ['startsOn', { startsOn: '2026-03-01' }, 'startdatum 1 februari 2026 → 1 mars 2026'],
  ['endsOn', { endsOn: '2026-07-31' }, 'slutdatum 30 juni 2026 → 31 juli 2026'],
  ['lead', { lead: 'socialnamnden' }, 'vem som leder KS → socialnamnden'],
  ['partners', { partners: ['byalaget', 'argus'] }, 'vilka som medverkar byalaget → argus, byalaget'],
  ['goal', { goal: 'fler-arbetar' }, 'mål fler-bor-har → fler-arbetar'],
  ['title', { title: { sv: 'Möten i byarna' } }, 'rubrik på engelska Meetings in the villages → –'],
  ['description', { description: { sv: 'Tre möten.' } }, 'beskrivning – → Tre möten.'],
  ['territory', { territory: '0884-tuna' }, 'ort – → 0884-tuna'],
  ['indicator', { indicator: 'folkmangd' }, 'indikator – → folkmangd'],
];

describe('what is said otherwise of an action', () => {
  const nameOf = (slug: string): string => (slug === 'kommunstyrelsen' ? 'KS' : slug);
  const told = (after: ActionContent): string[] =>
    differencesOf(ACTION_WORDING, [anAction(), after], nameOf).map((one) => `${one.field} ${one.before ?? '–'} → ${one.after ?? '–'}`);

  for (const [field, changes, words] of CHANGES) {
    it(`is told: ${words}`, () => {
      expect(changedFields(anAction(), anAction(changes))).toEqual([field]);
      expect(told(anAction(changes))).toEqual([words]);
    });
  }

  it('is nothing where the partners stand in another order', () => {
    const [one, other] = [anAction({ partners: ['a', 'b'] }), anAction({ partners: ['b', 'a'] })];
    expect([changedFields(one, other), differencesOf(ACTION_WORDING, [one, other])]).toEqual([[], []]);
  });

  it('is every field at once', () => expect(new Set(CHANGES.map(([field]) => field))).toEqual(new Set(ACTION_FIELDS)));
});
