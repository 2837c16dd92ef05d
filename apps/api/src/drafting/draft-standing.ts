import { DomainError, type DraftStanding } from '@slusen/domain';
import type { StrategyDraftRow } from './strategy-draft.row.js';

/** Where a draft stands, as the rules know it. */
export function standingOf({ state, proposedById }: StrategyDraftRow): DraftStanding {
  return { state, proposedBy: proposedById ?? undefined };
}

/** Throws `draft.stale` when the draft has moved on since it was read. */
export function requireVersion({ version }: StrategyDraftRow, expected: number): void {
  if (version !== expected) throw new DomainError('draft.stale', { version });
}
