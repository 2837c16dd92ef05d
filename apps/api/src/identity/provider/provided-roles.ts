import { Injectable, Logger } from '@nestjs/common';
import { AccountRoleRepository, isSameRole, type NewRole } from '../account-role.repository.js';
import type { AccountRow } from '../account.row.js';
import { ChangedRoles } from '../changed-roles.js';

/** The roles that the provider gives. */
@Injectable()
export class ProvidedRoles {
  private readonly logger = new Logger('provider');

  constructor(
    private readonly roles: AccountRoleRepository,
    private readonly changed: ChangedRoles,
  ) {}

  /**
   * A department that the strategy does not have gives nothing, and one that has become part of another gives the same for that one; nobody
   * is kept out for a word in the settings.
   */
  async known(roles: readonly NewRole[]): Promise<NewRole[]> {
    const found = await Promise.all(roles.map((role) => this.standing(role)));
    return found.flat().filter((role, at, all) => all.findIndex((other) => isSameRole(other, role)) === at);
  }

  private async standing(role: NewRole): Promise<NewRole[]> {
    const { department } = role;
    if (department === undefined) return [role];
    const now = await this.roles.standingDepartment(department);
    if (now === department) return [role];
    this.logger.warn(
      now === undefined
        ? `OIDC_ROLES names a department that is not there: ${department}`
        : `OIDC_ROLES names a department that has ended: ${department}; ${now} took over`,
    );
    return now === undefined ? [] : [{ ...role, department: now }];
  }

  /**
   * In a transaction. What the provider gives is all there is, until further notice: a role that it no longer gives is gone, the last
   * administrator's too (it can give it again).
   */
  async holdExactly(account: AccountRow, wanted: readonly NewRole[]): Promise<void> {
    const held = await this.roles.of(account.id);
    const [added, lost] = [without(wanted, held), without(held, wanted)];
    if (added.length + lost.length === 0) return;
    for (const role of lost) await this.roles.take(account.id, role);
    for (const role of added) await this.roles.give(account.id, role);
    await this.changed.tell(account, null, { byProvider: true });
  }
}

const without = (roles: readonly NewRole[], others: readonly NewRole[]): NewRole[] =>
  roles.filter((role) => !others.some((other) => isSameRole(other, role)));
