import { type EntryPart } from '../breakdown/parts.js';
import { type Instant, type Period } from '../time/period.js';
import { type EntryAttachment } from './entry-attachments.js';
import { type Answer } from './plausibility.js';
import { type EnteredProvenance, type MissingKind, type Quality } from '../value/value.js';

/** Where an official's working record stands. */
export const ENTRY_STATES = ['draft', 'submitted', 'returned', 'approved', 'discarded'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What can be done with an entry: rewrite it, or move it one step. */
export const ENTRY_ACTIONS = ['save', 'submit', 'withdraw', 'return', 'approve', 'discard'] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];
/** What moves an entry; saving only changes what it says. */
export type EntryStepAction = Exclude<EntryAction, 'save'>;

/** What a reporter writes down. Neither a value nor why there is none: allowed until it is submitted. */
export interface EntryFigure {
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
  readonly quality: Quality;
  /** How the value came about; `exact` where nothing is said. */
  readonly provenance?: EnteredProvenance | undefined;
  /** How a value was derived, rounded or passed on. */
  readonly provenanceNote?: string | undefined;
  /** Half the width of the 95 % interval of a survey value. */
  readonly margin?: number | undefined;
  readonly respondents?: number | undefined;
  readonly comment?: string | undefined;
  readonly sourceNote?: string | undefined;
  readonly link?: string | undefined;
  readonly answers: readonly Answer[];
  /** What a share is made of, where it says so: together, or neither. */
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  /** The sum that makes the value, where one was typed in its place: `48+1`. */
  readonly calculation?: string | undefined;
  /** Its parts, where the indicator is broken down. */
  readonly parts?: readonly EntryPart[] | undefined;
  /** Why an approved figure is corrected, or why it comes after its period was locked. */
  readonly reason?: string | undefined;
}

/** One step that was taken, with what the entry said at that moment. `from` is absent for the first. */
export interface EntryEvent {
  readonly action: EntryAction;
  readonly from?: EntryState | undefined;
  readonly to: EntryState;
  readonly by: string;
  /** In whose place, where the right to it was theirs. */
  readonly inPlaceOf?: readonly string[] | undefined;
  readonly at: Instant;
  readonly reason?: string | undefined;
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
}

/**
 * The working record of one figure: one indicator, period, territory and breakdown. `version` counts stored changes and
 * belongs to the repository; the rules never touch it.
 */
export interface Entry {
  readonly id: string;
  readonly version: number;
  readonly state: EntryState;
  readonly indicator: string;
  /** The department that answers for the figure; decides whose scope the entry lies in. */
  readonly department: string;
  readonly territory: string;
  readonly breakdown: string;
  readonly period: Period;
  readonly figure: EntryFigure;
  /** Files it rests on, in the order in which they came. */
  readonly attachments?: readonly EntryAttachment[] | undefined;
  /** Everyone who ever saved it, in order, each once. None of them may approve it. */
  readonly authors: readonly string[];
  /** Everyone in whose place it was ever saved: it is theirs as it is its authors’. */
  readonly writtenFor: readonly string[];
  /** Why it was last returned; gone when it is submitted again. */
  readonly returnedReason?: string | undefined;
  /** What it said when it was last returned, for whoever reviews it again; gone when it is approved. */
  readonly returnedFigure?: EntryFigure | undefined;
  /** Every step so far, oldest first. */
  readonly events: readonly EntryEvent[];
}
