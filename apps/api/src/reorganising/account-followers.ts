import { Injectable } from '@nestjs/common';
import { accountRoleWord } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import { HandOverRole } from '../identity/hand-over-role.js';
import type { Follower, FollowerSource } from './follower.js';

/** What people and business systems may do for a department; their keys and sessions go on. */
@Injectable()
export class AccountFollowers implements FollowerSource {
  constructor(
    private readonly roles: AccountRoleRepository,
    private readonly handOverRole: HandOverRole,
  ) {}

  async of(department: string): Promise<Follower[]> {
    return (await this.roles.ofDepartment(department)).map((held) => ({
      thing: `account:${held.account}:${held.role}`,
      kind: 'account',
      name: `${held.name} (${accountRoleWord(held.role, 'sv')})`,
      follow: ({ by }, to) => this.handOverRole.handOver(by, { held, to }),
    }));
  }
}
