import { Injectable } from '@nestjs/common';
import type { GivenRole } from '@slusen/contracts';
import { AccountRepository } from '../identity/account.repository.js';
import type { Account } from '../identity/account.js';
import { ChangeRoles } from '../identity/change-roles.js';
import { Permissions } from '../identity/permissions.js';
import { Transactions } from '../platform/transactions.js';
import { requireOnce } from './invite-person.js';

/** Whom an administrator changes, as they read it. */
export interface ReadPerson {
  readonly id: string;
  readonly version: number;
}

/** Says everything that somebody holds from now on; it holds from their next request on. */
@Injectable()
export class SetRoles {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly changeRoles: ChangeRoles,
  ) {}

  /** Throws `account.not-found`, `account.stale`, `account.role-twice` and what `ChangeRoles` throws. */
  async set(by: Account, read: ReadPerson, roles: readonly GivenRole[]): Promise<void> {
    this.permissions.require(by, 'account.manage');
    requireOnce(roles);
    await this.transactions.run(async () => {
      const { username } = await this.accounts.lockRead(read);
      await this.changeRoles.set(by, username, roles);
    });
  }
}
