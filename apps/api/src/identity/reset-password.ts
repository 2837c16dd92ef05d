import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { auditedAs, type Principal } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { passwordFact, Passwords } from './passwords.js';
import { Permissions } from './permissions.js';

/** Gives an account another password and ends its sessions, for someone who lost the old one. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `account.not-found`, also for one that is disabled. */
  async reset(by: Principal, username: string, password: string): Promise<void> {
    this.permissions.require(by, 'account.manage');
    const passwordHash = await this.passwords.hash(password);
    await this.transactions.run(async () => {
      const row = await this.accounts.lock({ username: username.toLowerCase() });
      if (!row || row.disabledAt) throw new DomainError('account.not-found', { username });
      await this.accounts.setPassword(row.id, passwordHash);
      await this.audit.record({
        action: 'account.reset-password',
        subject: `account:${row.id}`,
        by: auditedAs(by),
        facts: { password: passwordFact(passwordHash) },
      });
    });
  }
}
