import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { AccountRepository } from '../identity/account.repository.js';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { ResetSecondFactor } from '../identity/second-factor/reset-second-factor.js';
import { Transactions } from '../platform/transactions.js';

/** An administrator takes away the second factor of somebody else, who lost their telephone and their codes. */
@Injectable()
export class ResetFactor {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly secondFactor: ResetSecondFactor,
  ) {}

  /** Throws `account.own-second-factor`, which takes a code, `account.not-found` or `second-factor.none`. */
  async of(by: Account, id: string): Promise<void> {
    this.permissions.require(by, 'account.manage');
    if (id === by.id) throw new DomainError('account.own-second-factor');
    await this.transactions.run(async () => {
      const account = await this.accounts.lock({ id });
      if (!account) throw new DomainError('account.not-found', { username: id });
      await this.secondFactor.reset(by, account.username);
    });
  }
}
