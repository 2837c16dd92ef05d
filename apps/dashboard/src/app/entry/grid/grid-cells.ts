import type { GridCell, GridEntry, GridQuestion, GridRow } from '@slusen/contracts';
import type { ErrorCode, Language } from '@slusen/domain';
import { writtenNumber } from '../entry-text.js';
import { numberOrFault } from '../number-or-fault.js';

/** Why the server refused something, by its code and in its words. */
interface Refusal {
  readonly code: string;
  readonly detail?: string | undefined;
}

/** What somebody has written in a cell and the server does not have, on which version of its entry (0: none). */
export interface Written {
  readonly text: string;
  /** The number that it says; null for nothing. Absent where it says none. */
  readonly value?: number | null | undefined;
  readonly version: number;
  /** The rule that the text breaks. */
  readonly fault?: ErrorCode | undefined;
  /** Why the server did not save it. */
  readonly refusal?: Refusal | undefined;
  /** What stands there meanwhile; null where nothing is under way any more. */
  readonly theirs?: GridEntry | null | undefined;
}

/** What the server said of a cell since the grid was read. */
export interface Told {
  readonly entry: GridEntry | undefined;
  readonly questions: readonly GridQuestion[];
  /** Why it was not submitted. */
  readonly refusal?: Refusal | undefined;
}

/** How a cell looks. */
export type CellLook =
  'closed' | 'submitted' | 'approved' | 'draft' | 'returned' | 'empty' | 'waiting' | 'fault' | 'refused' | 'conflict' | 'asked';

/** A cell as it is shown. */
export interface CellView {
  readonly key: string;
  readonly text: string;
  readonly look: CellLook;
  readonly isReadOnly: boolean;
  /** As the server has it. */
  readonly cell: GridCell;
  readonly written: Written | undefined;
  /** Why the server did not save, or submit, what stands there. */
  readonly refusal: Refusal | undefined;
}

/** Looks that say that something is wrong. */
export const FAULTY: readonly CellLook[] = ['fault', 'refused', 'conflict'];

/** What tells one cell from all others, in whichever grid. */
export function cellKey(
  { indicator, territory, breakdown }: Pick<GridRow, 'indicator' | 'territory' | 'breakdown'>,
  period: string,
): string {
  return JSON.stringify([indicator.slug, territory.code, breakdown, period]);
}

/** Which figure a key is of. */
export function placeOf(key: string): { indicator: string; territory: string; breakdown: string; period: string } {
  const [indicator = '', territory = '', breakdown = '', period = ''] = JSON.parse(key) as string[];
  return { indicator, territory, breakdown, period };
}

/** What a text says as the number of a row, or which rule it breaks. */
export function readCell(text: string, { unit }: Pick<GridRow, 'unit'>, language: Language): Pick<Written, 'value' | 'fault'> {
  const read = numberOrFault(text, { language, unit });
  return typeof read === 'string' ? { fault: read } : { value: read ?? null };
}

/** A cell with all that is known of it: as it was read, what was told since, and what was written and is not saved. */
export function cellView(
  { key, cell }: { readonly key: string; readonly cell: GridCell },
  { told, written, language }: { readonly told: Told | undefined; readonly written: Written | undefined; readonly language: Language },
): CellView {
  const now: GridCell = told ? { ...cell, entry: told.entry, questions: [...told.questions] } : cell;
  const value = now.entry ? now.entry.value : now.figure?.value;
  const saved = value === undefined ? '' : writtenNumber(value, language);
  const isReadOnly = now.closed !== undefined || now.entry?.state === 'submitted';
  const refusal = written ? written.refusal : told?.refusal;
  return { key, cell: now, written, refusal, isReadOnly, text: written?.text ?? saved, look: refusal ? 'refused' : lookOf(now, written) };
}

function lookOf({ closed, entry, figure, questions = [] }: GridCell, written: Written | undefined): CellLook {
  if (closed) return 'closed';
  if (written) return lookOfWritten(written);
  if (entry?.state === 'submitted' || entry?.state === 'returned') return entry.state;
  if (entry) return questions.length > 0 ? 'asked' : 'draft';
  return figure ? 'approved' : 'empty';
}

function lookOfWritten({ theirs, fault }: Written): CellLook {
  if (theirs !== undefined) return 'conflict';
  return fault ? 'fault' : 'waiting';
}

/** Whether its draft can be submitted: it says something, and something else than what is approved. */
export function isReady({ cell: { entry, figure }, written }: CellView): boolean {
  if (written || !entry || (entry.state !== 'draft' && entry.state !== 'returned')) return false;
  if (entry.missing !== undefined) return true;
  return entry.value !== undefined && entry.value !== figure?.value;
}

/** Whether somebody is asked why: it corrects what is approved, or comes after its round was locked. */
export function needsReason({ cell: { figure, isLocked } }: CellView): boolean {
  return figure !== undefined || isLocked === true;
}
