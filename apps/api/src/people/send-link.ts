import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { AccountRepository } from '../identity/account.repository.js';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Transactions } from '../platform/transactions.js';
import { LinkSender, type Receiver } from './link-sender.js';

/** Sends somebody a new link: another invitation, or one to choose another password. */
@Injectable()
export class SendLink {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly sender: LinkSender,
    private readonly audit: AuditTrail,
  ) {}

  /** For an administrator. Throws `account.not-found`, `account.disabled` or `account.no-email`. */
  async toAccount(by: Account, id: string): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.transactions.run(async () => {
      const account = await this.accounts.lock({ id });
      if (!account) throw new DomainError('account.not-found', { username: id });
      const { name, username, disabledAt, email } = account;
      if (disabledAt) throw new DomainError('account.disabled', { username });
      if (email === null) throw new DomainError('account.no-email', { username });
      await this.send({ id, name, email }, by.id);
    });
  }

  /** For whoever has the address, who asked for it and needs no right; nothing where nobody has it, or may not come in. */
  async toAddress(email: string): Promise<void> {
    await this.transactions.run(async () => {
      const account = await this.accounts.lock({ email });
      if (account && !account.disabledAt) await this.send({ id: account.id, name: account.name, email }, null);
    });
  }

  private async send(receiver: Receiver, by: string | null): Promise<void> {
    const facts = await this.sender.sendAnother(receiver);
    await this.audit.record({ action: 'account.send-link', subject: `account:${receiver.id}`, by, facts });
  }
}
