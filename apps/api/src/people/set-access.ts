import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../identity/account.repository.js';
import type { Account } from '../identity/account.js';
import { DisableAccount } from '../identity/disable-account.js';
import { EnableAccount } from '../identity/enable-account.js';
import { Permissions } from '../identity/permissions.js';
import { Transactions } from '../platform/transactions.js';
import type { ReadPerson } from './set-roles.js';

/** Shuts somebody out, or lets them in again, at once. */
@Injectable()
export class SetAccess {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly disableAccount: DisableAccount,
    private readonly enableAccount: EnableAccount,
  ) {}

  /** Throws `account.not-found`, `account.stale` or `account.last-administrator`. */
  async set(by: Account, read: ReadPerson, { isDisabled }: { readonly isDisabled: boolean }): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.transactions.run(async () => {
      const { username } = await this.accounts.lockRead(read);
      await (isDisabled ? this.disableAccount.disable(by, username) : this.enableAccount.enable(by, username));
    });
  }
}
