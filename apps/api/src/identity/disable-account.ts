import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/transactions.js';
import { auditedAs, type Principal } from './account.js';
import { AccountRow } from './account.row.js';
import { AuditTrail } from './audit-trail.js';
import { Permissions } from './permissions.js';
import { SessionRepository } from './session.repository.js';

/** Shuts an account out at once; it stays, since what it did stays. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `account.not-found`; false when it was disabled already. */
  async disable(by: Principal, username: string): Promise<boolean> {
    this.permissions.require(by, 'account.manage');
    return this.transactions.run(async (manager) => {
      const row = await manager.findOne(AccountRow, { where: { username: username.toLowerCase() }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new DomainError('account.not-found', { username });
      if (row.disabledAt) return false;
      await manager.update(AccountRow, { id: row.id }, { disabledAt: this.clock.now() });
      await this.sessions.closeAll(manager, row.id);
      await this.audit.record(manager, { action: 'account.disable', subject: `account:${row.id}`, by: auditedAs(by) });
      return true;
    });
  }
}
