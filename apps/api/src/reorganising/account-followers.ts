import { Injectable } from '@nestjs/common';
import { accountRoleWord } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import { HandOverRole } from '../identity/hand-over-role.js';
import { RoleProposals } from '../identity/role-proposals.js';
import { nameWith, type Follower, type FollowerSource } from './follower.js';

const WAITS = { sv: 'väntar på en andra administratör', en: 'waits for another administrator' } as const;

/** What people and business systems may do for a department; their keys and sessions go on. */
@Injectable()
export class AccountFollowers implements FollowerSource {
  constructor(
    private readonly roles: AccountRoleRepository,
    private readonly handOverRole: HandOverRole,
    private readonly proposals: RoleProposals,
  ) {}

  async of(department: string, today: string): Promise<Follower[]> {
    const held = (await this.roles.ofDepartment(department)).map((one): Follower => ({
      thing: `account:${one.account}:${one.role}`,
      kind: 'account',
      name: nameWith({ sv: one.name, en: one.name }, (language) => accountRoleWord(one.role, language)),
      follow: ({ by }, to) => this.handOverRole.handOver(by, { held: one, to, today }),
    }));
    return [...held, ...(await this.proposed(department))];
  }

  /** Roles that still wait for another administrator. */
  private async proposed(department: string): Promise<Follower[]> {
    const waiting = (await this.proposals.all()).filter(({ role }) => role.department === department);
    return waiting.map(({ id, accountId, name, role, proposedAt }) => ({
      thing: `proposal:${id}`,
      kind: 'account',
      name: nameWith({ sv: name, en: name }, (language) => `${accountRoleWord(role.role, language)}, ${WAITS[language]}`),
      follow: async (_, to) => {
        await this.proposals.remove(id);
        await this.proposals.add(accountId, { ...role, department: to }, proposedAt);
        return undefined;
      },
    }));
  }
}
