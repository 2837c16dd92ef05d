import { Injectable } from '@nestjs/common';
import type { Credentials } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { AccountRepository } from './account.repository.js';
import type { AccountRow } from './account.row.js';
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

  /** The token for the cookie, and the session that the browser `brought` ends; `session.wrong-credentials` for everything that does not fit. */
  async signIn({ username, password }: Credentials, brought?: string): Promise<string> {
    const account = await this.accounts.byUsername(username);
    const fits = await this.passwords.fits(password, account?.disabledAt ? null : account?.passwordHash);
    if (!account || !fits) return this.refuse(account);
    return this.transactions.run(async () => {
      const left = brought === undefined ? undefined : await this.sessions.end(brought);
      const token = await this.sessions.open(account.id);
      const facts = left === undefined ? {} : { left: `account:${left}` };
      await this.audit.record({ action: 'session.open', subject: `account:${account.id}`, by: account.id, facts });
      return token;
    });
  }

  /** A name that nobody has is told nowhere: people type passwords there. */
  private async refuse(account: AccountRow | null): Promise<never> {
    const subject = account ? `account:${account.id}` : 'account:unknown';
    const facts = account?.disabledAt ? { isDisabled: true } : {};
    await this.transactions.run(() => this.audit.record({ action: 'session.refuse', subject, by: null, facts }));
    throw new DomainError('session.wrong-credentials');
  }
}
