import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/transactions.js';
import type { SignedIn } from './account.js';
import { AuditTrail } from './audit-trail.js';
import { Permissions } from './permissions.js';
import { SessionRepository } from './session.repository.js';

/** Ends this session, or all of the account's. */
@Injectable()
export class SignOut {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  async signOut(caller: SignedIn, { everywhere }: { everywhere: boolean }): Promise<void> {
    this.permissions.require(caller, 'account.end-own-sessions', { account: caller.id });
    await this.transactions.run(async () => {
      if (everywhere) await this.sessions.closeAll(caller.id);
      else await this.sessions.close(caller.session.tokenHash);
      await this.audit.record({
        action: everywhere ? 'session.close-all' : 'session.close',
        subject: `account:${caller.id}`,
        by: caller.id,
      });
    });
  }
}
