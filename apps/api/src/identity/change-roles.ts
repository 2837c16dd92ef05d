import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { auditedAs, type Principal } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Permissions } from './permissions.js';
import { AccountRoleRepository, type NewRole } from './account-role.repository.js';

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
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The roles that the account has from now on; undefined when it had them already. Throws `account.not-found`,
   * `account.unknown-department`, `account.needs-department` or `account.last-administrator`.
   */
  async change(by: Principal, username: string, { give, take }: RoleChange): Promise<readonly NewRole[] | undefined> {
    this.permissions.require(by, 'account.manage');
    return this.transactions.run(async () => {
      const row = await this.accounts.lock({ username: username.toLowerCase() });
      if (!row) throw new DomainError('account.not-found', { username });
      const held = await this.roles.of(row.id);
      const [added, lost] = [give.filter((role) => !isAmong(held, role)), take.filter((role) => isAmong(held, role))];
      if (added.length + lost.length === 0) return undefined;
      if (lost.some(({ role }) => role === 'administrator')) await this.roles.requireAnotherAdministrator(row);
      for (const role of lost) await this.roles.take(row.id, role);
      for (const role of added) await this.roles.give(row.id, role);
      const roles = await this.roles.of(row.id);
      await this.audit.record({ action: 'account.change-roles', subject: `account:${row.id}`, by: auditedAs(by), facts: { roles } });
      return roles;
    });
  }
}

function isAmong(roles: readonly NewRole[], { role, department }: NewRole): boolean {
  return roles.some((one) => one.role === role && one.department === department);
}
