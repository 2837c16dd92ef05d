import { Injectable } from '@nestjs/common';
import { AccountRepository } from './account.repository.js';
import { AccountRoleRepository, type NewRole } from './account-role.repository.js';
import type { AccountRow } from './account.row.js';
import { AuditTrail } from './audit-trail.js';
import { SecondFactorHold } from './second-factor/second-factor-hold.js';

/** What follows once somebody holds other roles than before, whoever gave them. */
@Injectable()
export class ChangedRoles {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
    private readonly hold: SecondFactorHold,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * In a transaction. All that the account holds now, as the trail tells it. Who read the account before has to read it again, and a new
   * administrator sets up a second factor before anything else, in the sessions that go on too.
   */
  async tell(account: AccountRow, by: string | null, facts: Readonly<Record<string, unknown>> = {}): Promise<NewRole[]> {
    await this.accounts.touch(account.id);
    await this.hold.holdUp(account);
    const roles = await this.roles.of(account.id);
    await this.audit.record({ action: 'account.change-roles', subject: `account:${account.id}`, by, facts: { roles, ...facts } });
    return roles;
  }
}
