import { wordIn, type Language, type Words } from '../language.js';

/** Whether somebody with an account has been here: invited and not yet, or so; or shut out. */
export const PERSON_STATES = ['active', 'invited', 'disabled'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

const STATES: Words<PersonState> = {
  active: ['aktiv', 'active'],
  invited: ['inbjuden', 'invited'],
  disabled: ['avstängd', 'shut out'],
};

/** How it stands with an account: "inbjuden". */
export function personStateWord(state: PersonState, language: Language): string {
  return wordIn(STATES[state], language);
}
