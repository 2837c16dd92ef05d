import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { MailList, MailText, MailView } from '@slusen/contracts';
import { DomainError, type MailState } from '@slusen/domain';
import type { Repository } from 'typeorm';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { related } from '../platform/columns.js';
import { Transactions } from '../platform/transactions.js';
import { MailRow } from './mail.row.js';
import { MailStates } from './mail-states.js';

const LINK = /^https?:\/\/\S+$/m;

/** Outgoing mail, as administrators see it. */
@Injectable()
export class MailDesk {
  constructor(
    private readonly permissions: Permissions,
    @InjectRepository(MailRow) private readonly mails: Repository<MailRow>,
    private readonly states: MailStates,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async list({ account, at }: Acting, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<MailList> {
    this.permissions.require(account, 'mail.read');
    const [rows, total] = await this.mails.findAndCount({
      relations: { account: true },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: limit,
      skip: offset,
    });
    const states = await this.states.of(rows, new Date(at));
    return { items: rows.map((row) => viewOf(row, states.get(row.id) ?? 'over')), total, hasServer: this.states.hasServer };
  }

  /**
   * What a mail says that is not sent, to be handed over in another way. Its link lets somebody in, so who read it stands in the audit trail.
   * Throws `mail.not-found`, also once it is sent, or its link used or over.
   */
  async open({ account, at }: Acting, id: string): Promise<MailText> {
    this.permissions.require(account, 'mail.read');
    return this.transactions.run(async () => {
      const mail = await this.mails.findOneBy({ id });
      if (!mail?.text || !(await this.isOpen(mail, new Date(at)))) throw new DomainError('mail.not-found', { id });
      await this.audit.record({
        action: 'mail.open',
        subject: `mail:${id}`,
        by: account.id,
        facts: { account: `account:${mail.accountId}` },
      });
      return { text: mail.text, link: LINK.exec(mail.text)?.[0] ?? '' };
    });
  }

  /** Whether its link still lets somebody in. */
  private async isOpen(mail: MailRow, now: Date): Promise<boolean> {
    const state = (await this.states.of([mail], now)).get(mail.id);
    return state === 'kept' || state === 'waiting';
  }
}

function viewOf(row: MailRow, state: MailState): MailView {
  const { id, kind, address, subject, createdAt, sentAt, problem } = row;
  return {
    ...{ id, kind, address, subject, state, name: related(row.account).name, createdAt: createdAt.toISOString() },
    ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
    ...(problem === null ? {} : { problem }),
  };
}
