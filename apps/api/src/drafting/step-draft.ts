import { Injectable } from '@nestjs/common';
import { stepDraft, type DraftStep } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Adopters } from './adopters.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSoundness } from './draft-soundness.js';
import { requireVersion, standingOf } from './draft-standing.js';

/** Which draft, in which version, with the request's name for what it wants done. */
export interface DraftStepRequest {
  readonly id: number;
  readonly version: number;
  readonly key: RequestKey;
}

/** Moves a draft one step on its way, short of its adoption. */
@Injectable()
export class StepDraft {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly drafts: DraftRepository,
    private readonly soundness: DraftSoundness,
    private readonly audit: AuditTrail,
    private readonly adopters: Adopters,
  ) {}

  /** Throws as `stepDraft` does, `draft.stale`, and InvalidInput with everything that keeps a draft from being proposed. */
  async take(account: Account, { id, version, key }: DraftStepRequest, step: Exclude<DraftStep, 'adopt'>): Promise<void> {
    await this.idempotency.run(account.id, key, async () => {
      const draft = await this.drafts.lock(id);
      requireVersion(draft, version);
      const { state, proposedBy } = stepDraft(standingOf(draft), { step, by: account.id });
      if (step === 'propose') await this.soundness.require(id);
      await this.drafts.update(id, { state, version: version + 1, proposedById: proposedBy ?? null });
      await this.audit.record({ action: `draft.${step}`, subject: `draft:${id}`, by: account.id, facts: { from: draft.state, to: state } });
      if (step === 'propose') await this.adopters.tell(account, draft);
      return true;
    });
  }
}
