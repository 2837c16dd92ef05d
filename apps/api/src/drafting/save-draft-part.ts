import { Injectable } from '@nestjs/common';
import { draftPartShape, type DraftPart, type DraftPartSent } from '@slusen/contracts';
import { requireWritable } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { InvalidInput } from '../platform/invalid-input.js';
import { requireLatest } from '../platform/revisions.js';
import { Transactions } from '../platform/transactions.js';
import { DraftRepository } from './draft.repository.js';

/** Which part of which draft, and the revision that it was made from (0: there was none). */
export interface PartPlace {
  readonly id: number;
  readonly key: string;
  readonly expected: number;
}

/** Saves one part of a draft, so that two people can write in one at a time and each saving can be undone. */
@Injectable()
export class SaveDraftPart {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftRepository,
  ) {}

  /** Returns it as it is saved. Throws `draft.not-found`, `draft.not-open`, `revision.stale`, and InvalidInput for what no such part can hold. */
  save(account: Account, { id, key, expected }: PartPlace, { content }: DraftPartSent): Promise<DraftPart> {
    const read = content === null ? null : contentOf(key, content);
    return this.transactions.run(async () => {
      requireWritable(await this.drafts.lock(id).then(({ state }) => ({ state })));
      const [there] = await this.drafts.history(id, key);
      requireLatest(there?.revision ?? 0, expected);
      const revision = expected + 1;
      await this.drafts.save({ draftId: id, key, revision, content: read, savedById: account.id });
      await this.drafts.update(id, {});
      const [saved] = await this.drafts.history(id, key);
      if (!saved) throw new Error('What was just saved is there');
      return saved;
    });
  }
}

function contentOf(key: string, content: Record<string, unknown>): Record<string, unknown> {
  const read = draftPartShape(key).safeParse(content);
  if (!read.success) throw new InvalidInput(read.error.issues.map(({ path, message }) => ({ path: ['content', ...path], message })));
  return read.data as Record<string, unknown>;
}
