import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/transactions.js';
import { auditedAs, type Principal } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Permissions } from './permissions.js';

/** Shuts an account out at once; it stays, since what it did stays. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `account.not-found` or `account.last-administrator`; false when it was disabled already. */
  async disable(by: Principal, username: string): Promise<boolean> {
    this.permissions.require(by, 'account.manage');
    return this.transactions.run(async () => {
      const row = await this.accounts.lock({ username: username.toLowerCase() });
      if (!row) throw new DomainError('account.not-found', { username });
      if (row.disabledAt) return false;
      await this.accounts.disable(row, this.clock.now());
      await this.audit.record({ action: 'account.disable', subject: `account:${row.id}`, by: auditedAs(by) });
      return true;
    });
  }
}
