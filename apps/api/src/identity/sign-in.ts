import { Injectable } from '@nestjs/common';
import type { Credentials } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Passwords } from './passwords.js';
import { SessionRepository } from './session.repository.js';

/** Checks a password and opens a session: same answer and time whether the account exists or not. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The token for the cookie; `session.wrong-credentials` for everything that does not fit. */
  async signIn({ username, password }: Credentials): Promise<string> {
    const account = await this.accounts.byUsername(username);
    const fits = await this.passwords.fits(password, account?.disabledAt ? null : account?.passwordHash);
    if (!account || !fits) throw new DomainError('session.wrong-credentials');
    return this.transactions.run(async () => {
      const token = await this.sessions.open(account.id);
      await this.audit.record({ action: 'session.open', subject: `account:${account.id}`, by: account.id });
      return token;
    });
  }
}
