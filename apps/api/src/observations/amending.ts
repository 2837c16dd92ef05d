import { Injectable } from '@nestjs/common';
import type { ChangeRecord } from '@slusen/domain';
import type { Account, Principal } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { Amendments } from '../identity/amendments.js';
import type { AuditEvent } from '../identity/audit-trail.js';
import { Publications } from './publications.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Transactions } from '../platform/transactions.js';

/** What is to be changed, by whom, why, and how the audit trail calls it. */
export interface AmendingOrder<By extends Principal = Principal> extends Omit<AuditEvent, 'by'> {
  readonly by: By;
  readonly record: ChangeRecord;
}

type Work<Answer> = (amendment: Amendment) => Promise<Answer>;

/** Changes what was decided, in one transaction with its audit event, and tells whoever keeps copies of what was read. */
@Injectable()
export class Amending {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly amendments: Amendments,
    private readonly publications: Publications,
  ) {}

  /** Does the work and returns its answer. Throws as `Amendments.end` does; then nothing was changed. */
  async amend<Answer>(order: AmendingOrder, work: Work<Answer>): Promise<Answer> {
    const answer = await this.transactions.run(() => this.within(order, work));
    this.publications.announce('everything');
    return answer;
  }

  /** The same for a request, which is answered once however often it is sent. */
  async amendOnce<Answer>(order: AmendingOrder<Account>, key: RequestKey, work: Work<Answer>): Promise<Answer> {
    const answer = await this.idempotency.run(order.by.id, key, () => this.within(order, work));
    this.publications.announce('everything');
    return answer;
  }

  private async within<Answer>({ by, record, ...event }: AmendingOrder, work: Work<Answer>): Promise<Answer> {
    const amendment = await this.amendments.begin(by, record);
    const answer = await work(amendment);
    if (amendment.changes.length > 0) await this.publications.tellOthers('everything');
    await this.amendments.end(amendment, event);
    return answer;
  }
}
