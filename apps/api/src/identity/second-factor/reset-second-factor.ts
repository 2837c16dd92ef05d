import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/transactions.js';
import { auditedAs, type Principal } from '../account.js';
import { Permissions } from '../permissions.js';
import { SessionRepository } from '../session.repository.js';
import { RemoveSecondFactor } from './remove-second-factor.js';

/** Takes away the second factor of somebody who lost their telephone and their codes, and ends their sessions. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly removal: RemoveSecondFactor,
  ) {}

  /** Throws `account.not-found`, `second-factor.none`. */
  async reset(by: Principal, username: string): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.transactions.run(async () => {
      const account = await this.removal.locked({ username: username.toLowerCase() });
      await this.sessions.closeAll(account.id);
      await this.removal.remove(account, { action: 'account.reset-second-factor', by: auditedAs(by) });
    });
  }
}
