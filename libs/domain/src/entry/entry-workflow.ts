import { DomainError } from '../domain-error.js';
import { type Entry, type EntryAction, type EntryEvent, type EntryFigure, type EntryState, type EntryStepAction } from './entry.js';
import { type Instant } from '../time/period.js';
import { type Provenance } from '../value/value.js';
import { askedAnew, unansweredKinds, type Question } from './plausibility.js';
import { revisionKind, type RevisionKind, type SaidFigure } from './revision.js';

/** Which step leads where. The dashboard reads it to choose buttons, the API to refuse requests. */
export const WORKFLOW = {
  draft: { submit: 'submitted', discard: 'discarded' },
  submitted: { withdraw: 'draft', return: 'returned', approve: 'approved' },
  returned: { submit: 'submitted', discard: 'discarded' },
  approved: {},
  discarded: {},
} as const satisfies Record<EntryState, Partial<Record<EntryStepAction, EntryState>>>;

/** Where an entry can be rewritten; it stays in that state. */
export const EDITABLE_STATES: readonly EntryState[] = ['draft', 'returned'];

/** Steps that are for those whose entry it is. */
export const OWN_STEPS: readonly EntryAction[] = ['withdraw', 'discard'];

/** What an entry has to be measured against when it is submitted or approved. */
export interface EntryContext {
  readonly questions: readonly Question[];
  /** The approved figure of the period that this one would replace, public or not. */
  readonly replaces?: SaidFigure | undefined;
  /** The period is locked: what comes now is late. */
  readonly locked: boolean;
}

/** Who does what and when; `reason` is required to return, and to submit what corrects or comes late. */
export interface EntryStep {
  readonly action: EntryStepAction;
  readonly by: string;
  /** In whose place, where the right to it is theirs; of several, each would be enough. */
  readonly inPlaceOf?: readonly string[] | undefined;
  readonly at: Instant;
  readonly reason?: string | undefined;
}

/** Who saves, in whose place, and when. */
type Saving = Pick<EntryStep, 'by' | 'inPlaceOf' | 'at'>;

/** What of an entry is told to the public. */
export type SaidInEntry = Omit<EntryFigure, 'answers'>;

/** Where an action leads from a state, or nowhere. */
export function stateAfter(state: EntryState, action: EntryAction): EntryState | undefined {
  if (action === 'save') return EDITABLE_STATES.includes(state) ? state : undefined;
  const steps: Partial<Record<EntryStepAction, EntryState>> = WORKFLOW[state];
  return steps[action];
}

/** The states an action can start from, for tables and documentation. */
export function statesAllowing(action: EntryAction): readonly EntryState[] {
  return (Object.keys(WORKFLOW) as EntryState[]).filter((state) => stateAfter(state, action) !== undefined);
}

/** Why a figure needs a reason besides itself, if it does. */
export function reasonNeededFor(
  figure: EntryFigure,
  { replaces, locked }: Pick<EntryContext, 'replaces' | 'locked'>,
): 'correction' | 'locked-period' | undefined {
  if (replaces && !isConfirmation(figure, replaces)) return 'correction';
  return locked ? 'locked-period' : undefined;
}

/** Whether an entry does nothing but make the figure it would replace final: nobody is asked about a value that was approved. */
export function isConfirmation(figure: SaidInEntry, replaces: SaidFigure | undefined): boolean {
  return kindOfEntry(figure, replaces) === 'confirmation';
}

/** What an entry is to the figure it would replace; nothing when it is the first of its period. */
export function kindOfEntry(figure: SaidInEntry, replaces: SaidFigure | undefined): RevisionKind | undefined {
  if (!replaces) return undefined;
  return revisionKind(replaces, { ...figure, provenance: publishedProvenance(figure, { replaces }) });
}

/** How a figure has come about once it is published: of an invented series, or in the place of an invented figure, it is invented whatever is entered. */
export function publishedProvenance(
  { provenance = 'exact' }: Pick<EntryFigure, 'provenance'>,
  { isExample, replaces }: { readonly isExample?: boolean; readonly replaces?: Pick<SaidFigure, 'provenance'> | undefined },
): Provenance {
  return isExample || replaces?.provenance === 'example' ? 'example' : provenance;
}

/** A new draft whose first author is the one who saves it. */
export function startEntry(
  identity: Pick<Entry, 'id' | 'indicator' | 'department' | 'territory' | 'breakdown' | 'period'>,
  figure: EntryFigure,
  { by, inPlaceOf = [], at }: Saving,
): Entry {
  const event: EntryEvent = { action: 'save', to: 'draft', by, inPlaceOf, at, value: figure.value, missing: figure.missing };
  const whose = { authors: [by], writtenFor: inPlaceOf };
  return { ...identity, ...whose, version: 1, state: 'draft', figure: checkedFigure(figure), events: [event] };
}

/** Rewrites a draft or a returned entry; who saves becomes an author. Throws `entry.action-not-allowed`. */
export function saveEntry(entry: Entry, figure: EntryFigure, { by, inPlaceOf = [], at }: Saving): Entry {
  const state = requireStep(entry, 'save');
  const whose = { authors: withAlso(entry.authors, [by]), writtenFor: withAlso(entry.writtenFor, inPlaceOf) };
  return recorded({ ...entry, ...whose, figure: checkedFigure(figure) }, { action: 'save', by, inPlaceOf, at }, state);
}

/**
 * Moves an entry one step through the workflow and adds the step to its history. Throws `entry.action-not-allowed`,
 * `entry.not-author`, `entry.own-return`, `entry.own-approval`, `entry.reason-required`, `entry.value-required`,
 * `entry.derivation-required` or `entry.unanswered-plausibility`.
 */
export function advance(entry: Entry, step: EntryStep, context: EntryContext): Entry {
  const to = requireStep(entry, step.action);
  requireRightPerson(entry, step);
  const reason = given(step.reason);
  switch (step.action) {
    case 'submit':
      return recorded(submitted(entry, reason, context), { ...step, reason }, to);
    case 'return':
      if (!reason) throw new DomainError('entry.reason-required', { for: 'return' });
      return recorded({ ...entry, returnedReason: reason, returnedFigure: entry.figure }, { ...step, reason }, to);
    case 'approve':
      // Another figure may have been approved, or the period locked, since it was submitted.
      requireReason(entry.figure, context);
      return recorded(approved(entry), { ...step, reason }, to);
    case 'withdraw':
    case 'discard':
      return recorded(entry, { ...step, reason }, to);
  }
}

/** Whether it is somebody's own: they saved it, or somebody else did in their place. */
export function isOwnEntry({ authors, writtenFor }: Written, account: string): boolean {
  return authors.includes(account) || writtenFor.includes(account);
}

/** Whether the entry, as it stands, can take a step by somebody and in somebody's place, before anyone asks for their role (buttons: role and this). */
export function isOpenTo(entry: Written & Pick<Entry, 'state'>, action: EntryAction, taken: Taken): boolean {
  return stateAfter(entry.state, action) !== undefined && !wrongPerson(entry, action, taken);
}

function requireStep({ state }: Pick<Entry, 'state'>, action: EntryAction): EntryState {
  const to = stateAfter(state, action);
  if (!to) throw new DomainError('entry.action-not-allowed', { state, action });
  return to;
}

/** Why a step is not for this person to take. */
type WrongPerson = 'entry.not-author' | 'entry.own-return' | 'entry.own-approval';

/** Whose an entry is. */
type Written = Pick<Entry, 'authors' | 'writtenFor'>;
/** Whose hands a step is taken by. */
type Taken = Pick<EntryStep, 'by' | 'inPlaceOf'>;

/** What somebody takes back or throws away is their own, or that of whom they stand in for; what they decide on is neither. */
export function wrongPerson(entry: Written, action: EntryAction, { by, inPlaceOf = [] }: Taken): WrongPerson | undefined {
  const isTheirs = (account: string): boolean => isOwnEntry(entry, account);
  if (OWN_STEPS.includes(action)) return isTheirs(by) || inPlaceOf.some(isTheirs) ? undefined : 'entry.not-author';
  const isDecidedByWriter = isTheirs(by) || (inPlaceOf.length > 0 && inPlaceOf.every(isTheirs));
  if (!isDecidedByWriter) return undefined;
  if (action === 'return') return 'entry.own-return';
  return action === 'approve' ? 'entry.own-approval' : undefined;
}

function requireRightPerson(entry: Entry, { action, ...taken }: EntryStep): void {
  const code = wrongPerson(entry, action, taken);
  if (code) throw new DomainError(code, { action });
}

function submitted(entry: Entry, reason: string | undefined, context: EntryContext): Entry {
  const { returnedReason: _answered, ...rest } = entry;
  const figure = reason ? { ...entry.figure, reason } : entry.figure;
  if (figure.value === undefined && figure.missing === undefined) throw new DomainError('entry.value-required');
  if (figure.provenance === 'derived' && !given(figure.provenanceNote)) throw new DomainError('entry.derivation-required');
  const asked = askedAnew(context.questions, figure, context.replaces);
  const kinds = unansweredKinds(asked, figure.answers);
  if (kinds.length > 0) throw new DomainError('entry.unanswered-plausibility', { kinds });
  requireReason(figure, context);
  return { ...rest, figure };
}

/** What is published needs no earlier wording of its draft beside it. */
function approved({ returnedFigure: _, ...entry }: Entry): Entry {
  return entry;
}

function requireReason(figure: EntryFigure, context: EntryContext): void {
  const needed = reasonNeededFor(figure, context);
  if (needed && !given(figure.reason)) throw new DomainError('entry.reason-required', { for: needed });
}

/** A number and a reason for having none exclude each other, whatever way the figure came in. */
function checkedFigure(figure: EntryFigure): EntryFigure {
  if (figure.value !== undefined && figure.missing !== undefined) throw new DomainError('entry.value-or-missing');
  return figure;
}

function recorded(entry: Entry, step: Omit<EntryEvent, 'from' | 'to'>, to: EntryState): Entry {
  const { value, missing } = entry.figure;
  const event: EntryEvent = {
    action: step.action,
    from: entry.state,
    to,
    by: step.by,
    inPlaceOf: step.inPlaceOf,
    at: step.at,
    reason: step.reason,
    value,
    missing,
  };
  return { ...entry, state: to, events: [...entry.events, event] };
}

const withAlso = (before: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...before, ...more])];

function given(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
