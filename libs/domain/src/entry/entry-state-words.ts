import { type InEveryLanguage, type Language } from '../language.js';
import { type EntryState } from './entry.js';

/** What an entry is called in each of its states, as said of it: "den är påbörjad". */
export const ENTRY_STATE_WORDS: Readonly<Record<EntryState, InEveryLanguage>> = {
  draft: { sv: 'påbörjad', en: 'begun' },
  submitted: { sv: 'inlämnad', en: 'submitted' },
  returned: { sv: 'skickad tillbaka', en: 'sent back' },
  approved: { sv: 'godkänd', en: 'approved' },
  discarded: { sv: 'kastad', en: 'discarded' },
};

/** The word for where an entry stands: "skickad tillbaka". */
export function entryStateWord(state: EntryState, language: Language): string {
  return ENTRY_STATE_WORDS[state][language];
}
