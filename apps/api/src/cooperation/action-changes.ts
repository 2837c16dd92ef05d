import { Injectable } from '@nestjs/common';
import type { Account } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { Amendments } from '../identity/amendments.js';
import { Publications } from '../observations/publications.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';

/** Who changes an action, with which name for the request, and what the audit trail calls it. */
export interface ActionOrder {
  readonly by: Account;
  readonly key: RequestKey;
  readonly action: 'action.plan' | 'action.revise';
}

/** Changes actions, each in one transaction with its audit event; a request is answered once however often it is sent. */
@Injectable()
export class ActionChanges {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly amendments: Amendments,
    private readonly publications: Publications,
  ) {}

  /** Does the work, which gives the address of the action, and answers with what is then read of it. */
  async once<Answer>(
    { by, key, action }: ActionOrder,
    work: (amendment: Amendment) => Promise<string>,
    read: (slug: string) => Promise<Answer>,
  ): Promise<Answer> {
    const answer = await this.idempotency.run(by.id, key, async () => {
      // Nothing was decided, so nothing is asked for but what the action itself must say.
      const amendment = await this.amendments.begin(by, {});
      const slug = await work(amendment);
      if (amendment.changes.length > 0) await this.publications.tellOthers('everything');
      await this.amendments.end(amendment, { action, subject: `action:${slug}` });
      return read(slug);
    });
    this.publications.announce('everything');
    return answer;
  }
}
