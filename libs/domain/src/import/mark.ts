import { type MissingKind } from '../value/value.js';

/** What a mark in the place of a value stands for: nought, one of the reasons why there is none, or nothing that is figures. */
export type MarkMeaning = MissingKind | 'zero' | 'left-out';

/**
 * What Statistics Sweden and Kolada mean by their marks. It is proposed, and whoever sends the file says whether it is so: other tables write a
 * dash where something is missing.
 */
const PROPOSED: Readonly<Record<string, MarkMeaning>> = {
  '..': 'not-measured',
  '.': 'not-applicable',
  '-': 'zero',
  '–': 'zero',
  '—': 'zero',
  '−': 'zero',
  '…': 'not-yet-published',
  '...': 'not-yet-published',
  '....': 'not-measured',
  '.....': 'not-measured',
  '......': 'not-measured',
  na: 'not-measured',
  'n/a': 'not-measured',
  '#n/a': 'not-measured',
  nan: 'not-measured',
  null: 'not-measured',
  ':': 'not-measured',
  x: 'confidential',
  c: 'confidential',
  private: 'confidential',
  missing: 'non-response',
};

/** What a mark in the place of a value most often stands for; nothing where it is no mark that is known. */
export function proposedMeaning(written: string): MarkMeaning | undefined {
  const mark = written.trim().toLowerCase();
  return Object.hasOwn(PROPOSED, mark) ? PROPOSED[mark] : undefined;
}
