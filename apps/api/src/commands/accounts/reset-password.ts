import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { AccountRow } from '../../identity/account.row.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { passwordFact, Passwords } from '../../identity/passwords.js';
import { SessionRepository } from '../../identity/session.repository.js';
import { Transactions } from '../../platform/transactions.js';

/** Gives an account another password and ends its sessions, for someone who lost the old one. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `account.not-found`, also for one that is disabled. */
  async run(username: string, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.transactions.run(async (manager) => {
      const row = await manager.findOne(AccountRow, { where: { username: username.toLowerCase() }, lock: { mode: 'pessimistic_write' } });
      if (!row || row.disabledAt) throw new DomainError('account.not-found', { username });
      await manager.update(AccountRow, { id: row.id }, { passwordHash });
      await this.sessions.closeAll(manager, row.id);
      const facts = { password: passwordFact(passwordHash) };
      await this.audit.record(manager, { action: 'account.reset-password', subject: `account:${row.id}`, by: null, facts });
    });
  }
}
