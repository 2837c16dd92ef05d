import { Injectable } from '@nestjs/common';
import { accountRoleWord } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import { HandOverRole } from '../identity/hand-over-role.js';
import { RoleProposals } from '../identity/role-proposals.js';
import type { Follower, FollowerSource } from './follower.js';

/** What people and business systems may do for a department; their keys and sessions go on. */
@Injectable()
export class AccountFollowers implements FollowerSource {
  constructor(
    private readonly roles: AccountRoleRepository,
    private readonly handOverRole: HandOverRole,
    private readonly proposals: RoleProposals,
  ) {}

  async of(department: string): Promise<Follower[]> {
    const held = (await this.roles.ofDepartment(department)).map((one): Follower => ({
      thing: `account:${one.account}:${one.role}`,
      kind: 'account',
      name: `${one.name} (${accountRoleWord(one.role, 'sv')})`,
      follow: ({ by }, to) => this.handOverRole.handOver(by, { held: one, to }),
    }));
    return [...held, ...(await this.proposed(department))];
  }

  /** Roles that still wait for another administrator. */
  private async proposed(department: string): Promise<Follower[]> {
    const waiting = (await this.proposals.all()).filter(({ role }) => role.department === department);
    return waiting.map(({ id, accountId, name, role, proposedAt }) => ({
      thing: `proposal:${id}`,
      kind: 'account',
      name: `${name} (${accountRoleWord(role.role, 'sv')}, väntar på en andra administratör)`,
      follow: async (_, to) => {
        await this.proposals.remove(id);
        await this.proposals.add(accountId, { ...role, department: to }, proposedAt);
        return undefined;
      },
    }));
  }
}
