import { maskPlaceText } from './mask-place-words.js';

describe('a place where something can be hidden', () => {
  const told: [table: string, field: string, sv: string | undefined, en: string | undefined][] = [
    ['observation', 'value', 'siffra, värde', 'figure, value'],
    ['goal_revision', 'name_sv', 'mål, namn', 'goal, name'],
    ['goal_revision', 'name_en', 'mål, namn på engelska', 'goal, name in English'],
    ['strategy_version_revision', 'dnr', 'version av strategin, diarienummer', 'version of the strategy, registration number'],
    ['account', 'name', undefined, undefined],
    ['observation', 'toString', undefined, undefined],
  ];
  for (const [table, field, sv, en] of told) {
    it(`is told of ${table}.${field} as ${sv ?? 'nothing, since it is not known'}`, () => {
      expect([maskPlaceText({ table, field }, 'sv'), maskPlaceText({ table, field }, 'en')]).toEqual([sv, en]);
    });
  }
});
