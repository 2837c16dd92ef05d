import { haveSameParts, type EntryPart } from '../breakdown/parts.js';
import { type MissingKind, type Provenance, type Quality } from '../value/value.js';

/** What a revision says to the public, without its source: naming that in other words changes no figure. */
export interface SaidFigure {
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
  readonly quality: Quality;
  readonly provenance: Provenance;
  readonly provenanceNote?: string | undefined;
  readonly margin?: number | undefined;
  readonly respondents?: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  /** As they were entered, for those who may see them. */
  readonly parts?: readonly EntryPart[] | undefined;
}

/**
 * What a new revision is to the one it replaces. A `confirmation` makes the very same figure final: nobody is asked why, and nothing was
 * wrong. A `revision` makes it final with another value, and says both. All else is a `correction`.
 */
export const REVISION_KINDS = ['confirmation', 'revision', 'correction'] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** What stands beside a value and is published with it. */
const BESIDE = [
  'provenance',
  'provenanceNote',
  'margin',
  'respondents',
  'numerator',
  'denominator',
] as const satisfies readonly (keyof SaidFigure)[];

/** What the later of two revisions of a figure is to the earlier one. */
export function revisionKind(from: SaidFigure, to: SaidFigure): RevisionKind {
  if (!waitsToBeFinal(from) || to.quality !== 'final' || to.value === undefined) return 'correction';
  if (from.value !== to.value) return 'revision';
  return BESIDE.every((field) => from[field] === to[field]) && haveSameParts(from, to) ? 'confirmation' : 'correction';
}

/** Whether a figure is a value that is not final yet; why there is no value is never final. */
export function waitsToBeFinal({ value, quality }: Pick<SaidFigure, 'value' | 'quality'>): boolean {
  return value !== undefined && quality !== 'final';
}
