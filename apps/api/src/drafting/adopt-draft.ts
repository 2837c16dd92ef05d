import { Injectable } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import { stepDraft } from '@slusen/domain';
import { Amending } from '../observations/amending.js';
import { FileVersion } from '../connectors/strategy-file/file-version.js';
import type { Account } from '../identity/account.js';
import type { DraftStepRequest } from './step-draft.js';
import { StrategyRepository } from '../strategy/strategy.repository.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSoundness } from './draft-soundness.js';
import { requireVersion, standingOf } from './draft-standing.js';

/** Makes a draft the next version of the strategy, by the use cases that a file goes through, in one transaction. */
@Injectable()
export class AdoptDraft {
  constructor(
    private readonly amending: Amending,
    private readonly version: FileVersion,
    private readonly strategies: StrategyRepository,
    private readonly drafts: DraftRepository,
    private readonly soundness: DraftSoundness,
  ) {}

  /** Throws as `stepDraft` and `AdoptVersion.adopt` do, `draft.stale`, and InvalidInput with everything that keeps it from being adopted. */
  async adopt(account: Account, { id, version, key }: DraftStepRequest): Promise<void> {
    const { file } = await this.numbered(id);
    const order = { by: account, record: recordOf(file), action: 'draft.adopt', subject: `draft:${id}` };
    await this.amending.amendOnce(order, key, async (amendment) => {
      const draft = await this.drafts.lock(id);
      requireVersion(draft, version);
      const { state } = stepDraft(standingOf(draft), { step: 'adopt', by: account.id });
      // Read again under the lock of the amendment: another version may have been adopted meanwhile, and this one is the next after it.
      const { file: decided, number } = await this.numbered(id);
      await this.version.read(amendment, decided);
      const strategy = await this.strategies.strategy();
      const adopted = strategy && (await this.strategies.version(strategy.id, number));
      await this.drafts.update(id, { state, version: version + 1, strategyVersionId: adopted?.id ?? null });
      return true;
    });
  }

  /** What is adopted, by the number that is free: a draft never rewrites a version that is there. */
  private async numbered(id: number): Promise<{ file: StrategyFile; number: number }> {
    const [file, number] = [await this.soundness.require(id), await this.soundness.nextNumber()];
    return { number, file: { ...file, version: { ...file.version, number } } };
  }
}

/** What the strategy is called may be decided with the version; that is its reason and its decision. */
function recordOf({ version: { number, body, decidedOn, paragraph } }: StrategyFile) {
  return { reason: `Version ${number} antogs`, decision: [body.sv, decidedOn, paragraph].filter(Boolean).join(' ') };
}
