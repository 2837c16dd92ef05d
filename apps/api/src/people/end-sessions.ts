import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { SessionRepository } from '../identity/session.repository.js';
import { Transactions } from '../platform/transactions.js';
import { sessionName } from './session-name.js';

/** Ends what somebody is signed in with, one browser or all of them, from their next request on. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `session.not-found`. */
  async end(by: Account, accountId: string, name: string): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.transactions.run(async () => {
      const session = (await this.sessions.of(accountId)).find(({ tokenHash }) => sessionName(tokenHash) === name);
      if (!session) throw new DomainError('session.not-found');
      await this.sessions.close(session.tokenHash);
      await this.audit.record({ action: 'session.end', subject: `account:${accountId}`, by: by.id });
    });
  }

  /** Throws `session.not-found` when there is none. */
  async endAll(by: Account, accountId: string): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.transactions.run(async () => {
      if ((await this.sessions.of(accountId)).length === 0) throw new DomainError('session.not-found');
      await this.sessions.closeAll(accountId);
      await this.audit.record({ action: 'session.end-all', subject: `account:${accountId}`, by: by.id });
    });
  }
}
