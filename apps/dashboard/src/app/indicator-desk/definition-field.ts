import type { Place } from './definition-text.js';

/** A word to choose, and what it is called; the empty one chooses nothing. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** A place of the form. */
export interface Field {
  readonly place: Place;
  readonly label: string;
  readonly hint?: string;
  /** Nothing is sent without it. */
  readonly isNeeded?: boolean;
  readonly as: 'line' | 'area' | 'choice' | 'check' | 'terms';
  readonly choices?: readonly Choice[];
  /** How a term can count, where that is to be chosen. */
  readonly kinds?: readonly Choice[];
}

/** Fields that belong together; those of one row stand beside each other. */
export interface FieldGroup {
  readonly heading: string;
  readonly rows: readonly (readonly Field[])[];
}

/** Words to choose, with what each is called. */
export const named = <Word extends string>(words: readonly Word[], nameOf: (word: Word) => string): Choice[] =>
  words.map((value) => ({ value, name: nameOf(value) }));
/** The same, and none of them. */
export const orNone = (choices: readonly Choice[]): readonly Choice[] => [{ value: '', name: '–' }, ...choices];

/** A field in which a word is chosen. */
export const choice = (place: Place, label: string, choices: readonly Choice[]): Field => ({ place, label, as: 'choice', choices });
