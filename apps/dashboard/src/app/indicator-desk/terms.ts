import type { DefinitionInForce } from '@slusen/contracts';
import type { Choice } from './definition-field.js';

type Balance = DefinitionInForce['definition']['balance'][number];

/** An indicator in a sum: by its address, and how it counts (`+`, `-`, `+@previous-period`; empty where only the order matters). */
export interface Term {
  readonly kind: string;
  readonly indicator: string;
}

const TERM = /^([+-]?)([^@]+?)(@[a-z-]+)?$/;

/** The terms of a text as `+fodda, -doda, +folkmangd@previous-period` or `fodda, doda`. */
export function termsOf(text: string): Term[] {
  return text
    .split(',')
    .map((term) => TERM.exec(term.trim()))
    .filter((found) => found !== null)
    .map(([, sign = '', indicator = '', at = '']) => ({ kind: sign + at, indicator }));
}

/** The text of terms, as `termsOf` reads it. */
export const textOfTerms = (terms: readonly Term[]): string =>
  terms.map(({ kind, indicator }) => `${kind.slice(0, 1)}${indicator}${kind.slice(1)}`).join(', ');

/** What terms can name: the indicators, and how one can count. */
export interface TermChoices {
  readonly choices?: readonly Choice[];
  readonly kinds?: readonly Choice[];
}

/** A term in words: "plus Födda", or "Födda" where only the order matters. */
export function termInWords({ kind, indicator }: Term, { choices = [], kinds = [] }: TermChoices): string {
  const nameIn = (list: readonly Choice[], value: string): string => list.find((one) => one.value === value)?.name ?? value;
  return [nameIn(kinds, kind), nameIn(choices, indicator)].filter(Boolean).join(' ');
}

/** A term of a balance as text. */
export const balanceTerm = ({ indicator, sign, at }: Balance): Term => ({
  kind: `${sign === 1 ? '+' : '-'}${at === 'previous-period' ? '@previous-period' : ''}`,
  indicator,
});

/** What the text says of a balance. */
export const balanceOf = (text: string): Balance[] =>
  termsOf(text).map(({ kind, indicator }) => ({
    indicator,
    sign: kind.startsWith('-') ? -1 : 1,
    at: kind.endsWith('@previous-period') ? 'previous-period' : 'same-period',
  }));
