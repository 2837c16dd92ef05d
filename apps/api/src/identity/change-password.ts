import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import type { SignedIn } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { passwordFact, Passwords } from './passwords.js';
import { Permissions } from './permissions.js';

/** Changes the caller's own password; every other session of theirs ends, since one may be why they change it. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
  ) {}

  async change(caller: SignedIn, { current, next }: PasswordChange): Promise<void> {
    this.permissions.require(caller, 'account.change-own-password', { account: caller.id });
    const passwordHash = await this.passwords.hash(next);
    await this.transactions.run(async () => {
      const row = await this.accounts.lock({ id: caller.id });
      if (!(await this.passwords.fits(current, row?.passwordHash))) throw new DomainError('password.wrong');
      await this.accounts.setPassword(caller.id, passwordHash, caller.session.tokenHash);
      await this.audit.record({
        action: 'account.change-password',
        subject: `account:${caller.id}`,
        by: caller.id,
        facts: { password: passwordFact(passwordHash) },
      });
    });
  }
}
