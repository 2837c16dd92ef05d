import { Injectable } from '@nestjs/common';
import type { WrittenMessage } from '@slusen/contracts';
import { DomainError, parsePeriod } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { statement, Statements } from '../platform/statements.js';
import { MessageHandlers, type SaidMessage } from './message-handlers.js';
import type { ThreadPlace } from './threads.query.js';

const INSERT = statement({
  name: 'thread.write',
  text: `
    insert into figure_message (indicator_id, territory_id, breakdown, period, text, asked_id, answers_id, account_id, department_id)
    select $1, t.id, $3, $4, $5, $6, $7, $8, $9 from territory t where t.code = $2 returning id`,
});

/** What is said, and whom somebody is to be told: by account. */
export interface Saying {
  readonly text: string;
  readonly asks?: string | undefined;
  readonly answers?: number | undefined;
  readonly to?: Pick<SaidMessage, 'to' | 'desk'> | undefined;
}

/** Records what is said about figures, once for each request, sealed by its event in the audit trail. */
@Injectable()
export class MessageRecords {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly statements: Statements,
    private readonly audit: AuditTrail,
    private readonly handlers: MessageHandlers,
  ) {}

  /** `saying` is asked for in the transaction. Throws `territory.not-found`. */
  record(
    account: Account,
    key: RequestKey,
    { place, saying }: { place: ThreadPlace; saying: () => Promise<Saying> },
  ): Promise<WrittenMessage> {
    const { indicator, territory, breakdown, period } = place;
    return this.idempotency.run(account.id, key, async () => {
      const { text, asks, answers, to } = await saying();
      const placed = [indicator.id, territory, breakdown, period];
      const said = [text, asks ?? null, answers ?? null, account.id, indicator.owner?.id];
      const [line] = await this.statements.rows<{ id: number }>(INSERT, [...placed, ...said]);
      if (!line) throw new DomainError('territory.not-found', { territory });
      const figure = { indicator: indicator.slug, period: parsePeriod(period), territory, breakdown };
      if (to && to.to !== account.id) await this.handlers.tell({ figure, text, by: account.name, isAnswer: answers !== undefined, ...to });
      // What is said stays out of the trail: it is removed one day, and the trail is not.
      const facts = { indicator: indicator.slug, territory, breakdown, period };
      await this.audit.record({ action: 'thread.write', subject: `figure-message:${line.id}`, by: account.id, facts });
      return { id: line.id };
    });
  }
}
