import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { auditedAs, type Principal } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Permissions } from './permissions.js';

/** Lets an account in again that was disabled, with the password and the roles it had. */
@Injectable()
export class EnableAccount {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `account.not-found` or `account.pseudonymised`; false when it was not disabled. */
  async enable(by: Principal, username: string): Promise<boolean> {
    this.permissions.require(by, 'account.manage');
    return this.transactions.run(async () => {
      const row = await this.accounts.lock({ username: username.toLowerCase() });
      if (!row) throw new DomainError('account.not-found', { username });
      if (row.pseudonymisedAt) throw new DomainError('account.pseudonymised');
      if (!row.disabledAt) return false;
      await this.accounts.enable(row.id);
      await this.audit.record({ action: 'account.enable', subject: `account:${row.id}`, by: auditedAs(by) });
      return true;
    });
  }
}
