import { isAnswered, type Change, type ChangeNeed, type ChangeRecord } from '@slusen/domain';
import type { Principal } from './account.js';

/** Why and by which decision a row says otherwise than the revision before it. */
export interface ChangeColumns {
  readonly changeReason: string | null;
  readonly changeDecision: string | null;
}

/**
 * Changes of what was decided, made in one transaction by one hand, for one reason and by one decision. Every use case notes here what it
 * is about to write, so that a file of a hundred changes and a form with one are told, asked about and audited alike.
 */
export class Amendment {
  readonly changes: Change[] = [];

  constructor(
    readonly by: Principal,
    readonly record: ChangeRecord,
  ) {}

  /**
   * Notes a change, and says whether it is to be written: not when nothing differs, nor when the reason or the decision that it needs is
   * missing. Those are told together when the amendment ends, which then undoes the whole.
   */
  permits(change: Change): boolean {
    if (!change.isNew && change.differences.length === 0) return false;
    this.changes.push(change);
    return isAnswered(change.need, this.record);
  }

  columns(need: ChangeNeed): ChangeColumns {
    if (need === 'nothing') return { changeReason: null, changeDecision: null };
    return { changeReason: this.record.reason ?? null, changeDecision: this.record.decision ?? null };
  }
}
