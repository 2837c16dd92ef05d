import { Injectable } from '@nestjs/common';
import { DomainError, needsConfirmation } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { auditedAs, type Principal } from './account.js';
import { AccountRepository } from './account.repository.js';
import { ChangedRoles } from './changed-roles.js';
import { Permissions } from './permissions.js';
import { AccountRoleRepository, isSameRole, type NewRole } from './account-role.repository.js';

/** What an account is given and what is taken from it. */
export interface RoleChange {
  readonly give: readonly NewRole[];
  readonly take: readonly NewRole[];
}

/** Gives an account roles and takes others from it; its sessions go on, with the new rights from the next request on. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
    private readonly changed: ChangedRoles,
  ) {}

  /** Makes these the roles of the account, and takes all others from it; otherwise as `change`. */
  set(by: Principal, username: string, roles: readonly NewRole[]): Promise<readonly NewRole[] | undefined> {
    this.permissions.require(by, 'account.manage');
    return this.transactions.run(async () => {
      const row = await this.accounts.byUsername(username);
      if (!row) throw new DomainError('account.not-found', { username });
      const held = await this.roles.of(row.id);
      return this.change(by, username, { give: roles, take: held.filter((role) => !isAmong(roles, role)) });
    });
  }

  /**
   * The roles that the account has from now on; undefined when it had them already. Throws `account.not-found`,
   * `account.unknown-department`, `account.needs-department`, `account.role-backwards`, `account.own-reviewer` or
   * `account.last-administrator`.
   */
  async change(by: Principal, username: string, { give, take }: RoleChange): Promise<readonly NewRole[] | undefined> {
    this.permissions.require(by, 'account.manage');
    return this.transactions.run(async () => {
      const row = await this.accounts.lock({ username: username.toLowerCase() });
      if (!row) throw new DomainError('account.not-found', { username });
      const held = await this.roles.of(row.id);
      const added = give.filter((role) => !held.some((one) => isSameRole(one, role)));
      const lost = held.filter((role) => isAmong(take, role) || isAmong(added, role));
      if (added.length + lost.length === 0) return undefined;
      await this.requireFourEyes(by, row.id, added);
      if (lost.some(isAdministration) && !added.some(isAdministration)) await this.roles.requireAnotherAdministrator(row);
      for (const role of lost) await this.roles.take(row.id, role);
      for (const role of added) await this.roles.give(row.id, role);
      return this.changed.tell(row, auditedAs(by));
    });
  }

  /** Whoever stands in for somebody has that person's roles, and so gives them to oneself. */
  private async requireFourEyes(principal: Principal, to: string, added: readonly NewRole[]): Promise<void> {
    const by = auditedAs(principal) ?? undefined;
    const gains = by !== undefined && (await this.roles.isDeputy(by, to)) ? by : to;
    const own = added.find(({ role }) => needsConfirmation(role, { by, to: gains }));
    if (own) throw new DomainError('account.own-reviewer', { role: own.role });
  }
}

/** A role is held once for each department; given for other days it takes the place of itself. */
function isAmong(roles: readonly NewRole[], { role, department }: NewRole): boolean {
  return roles.some((one) => one.role === role && one.department === department);
}

/** What lets somebody manage accounts until further notice. */
const isAdministration = ({ role, from, to }: NewRole): boolean => role === 'administrator' && from === undefined && to === undefined;
