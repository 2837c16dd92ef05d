import { DomainError } from '../domain-error.js';

/** Where a version that is being written stands. What was adopted or discarded stays as it was. */
export const DRAFT_STATES = ['draft', 'consultation', 'proposed', 'adopted', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What can be done with it besides writing. */
export const DRAFT_STEPS = ['send-out', 'take-back', 'propose', 'adopt', 'discard'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

const WORKFLOW: Readonly<Record<DraftState, Partial<Record<DraftStep, DraftState>>>> = {
  draft: { 'send-out': 'consultation', propose: 'proposed', discard: 'discarded' },
  consultation: { 'take-back': 'draft', propose: 'proposed', discard: 'discarded' },
  proposed: { 'take-back': 'draft', adopt: 'adopted', discard: 'discarded' },
  adopted: {},
  discarded: {},
};

/** A draft on its way: where it stands, and who proposed it for adoption, where somebody has. */
export interface DraftStanding {
  readonly state: DraftState;
  readonly proposedBy?: string | undefined;
}

/** The steps that an account can take with a draft: four eyes adopt, so whoever proposed it does not. */
export function draftSteps({ state, proposedBy }: DraftStanding, account: string): readonly DraftStep[] {
  return DRAFT_STEPS.filter((step) => WORKFLOW[state][step] !== undefined && !(step === 'adopt' && proposedBy === account));
}

/**
 * Where a step leads. Throws `draft.step-not-possible` where it leads nowhere, `draft.own-proposal` when whoever proposed it would adopt it.
 */
export function stepDraft(draft: DraftStanding, { step, by }: { readonly step: DraftStep; readonly by: string }): DraftStanding {
  const state = WORKFLOW[draft.state][step];
  if (!state) throw new DomainError('draft.step-not-possible', { state: draft.state, step });
  if (step === 'adopt' && draft.proposedBy === by) throw new DomainError('draft.own-proposal', {});
  if (step === 'propose') return { state, proposedBy: by };
  return { state, proposedBy: state === 'adopted' ? draft.proposedBy : undefined };
}

/** Throws `draft.not-open` when its words cannot be changed where it stands: what others judge must stay as they read it. */
export function requireWritable({ state }: DraftStanding): void {
  if (state !== 'draft') throw new DomainError('draft.not-open', { state });
}
