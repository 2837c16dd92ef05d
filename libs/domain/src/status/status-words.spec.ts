import { LANGUAGES } from '../language.js';
import { reasonText, statusWord, trendWord } from './status-words.js';
import { NOT_ASSESSABLE_REASONS, STATUSES } from './status.js';

describe('words for a status', () => {
  it('of a status change when the final period is reached', () => {
    expect(STATUSES.map((status) => statusWord(status, false, 'sv'))).toEqual(['I fas', 'Nära', 'Ur fas', 'Kan inte bedömas']);
    expect(STATUSES.map((status) => statusWord(status, true, 'sv'))).toEqual([
      'Uppfyllt',
      'Delvis uppfyllt',
      'Ej uppfyllt',
      'Kan inte bedömas',
    ]);
    expect(STATUSES.map((status) => statusWord(status, true, 'en'))).toEqual(['Met', 'Partly met', 'Not met', 'Cannot be assessed']);
  });

  it('of a trend say which way it goes', () => {
    expect([trendWord('worsening', 'sv'), trendWord('no-clear-trend', 'sv')]).toEqual(['försämras', 'ingen tydlig trend']);
  });

  it('never coincide within a language, so that no two facts read alike', () => {
    for (const language of LANGUAGES) {
      for (const words of [
        STATUSES.map((status) => statusWord(status, true, language)),
        NOT_ASSESSABLE_REASONS.map((reason) => reasonText(reason, language)),
      ]) {
        expect(new Set(words).size).toBe(words.length);
      }
    }
  });
});
