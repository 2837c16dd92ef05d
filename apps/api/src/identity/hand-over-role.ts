import { Injectable } from '@nestjs/common';
import { covers, DomainError, joined, needsConfirmation, type IsoDate } from '@slusen/domain';
import { AccountRepository } from './account.repository.js';
import { AccountRoleRepository, type DepartmentRole, type NewRole } from './account-role.repository.js';
import { auditedAs, type Principal } from './account.js';

/** Whose role for a department becomes one for which other. */
export interface RoleHandOver {
  readonly held: DepartmentRole;
  readonly to: string;
  readonly today: IsoDate;
}

/** All roles that an account holds from then on, for the audit trail. */
export interface HeldRoles {
  readonly account: string;
  readonly roles: readonly NewRole[];
}

/** Lets somebody hold for another department what they hold for one that ends; whoever carries it out gains no say over figures by it. */
@Injectable()
export class HandOverRole {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
  ) {}

  /** In a transaction, whose audit event has to tell of what is returned. Throws `reorganisation.own-reviewer`. */
  async handOver(by: Principal, { held, to, today }: RoleHandOver): Promise<HeldRoles> {
    const { account, role, from, to: until, department } = held;
    await this.accounts.lock({ id: account });
    const others = (await this.roles.of(account)).filter((one) => one.role === role);
    const there = others.find((one) => one.department === to);
    const next: NewRole = { role, department: to, ...(there ? joined({ from, to: until }, there) : { from, to: until }) };
    const holds = others.some((one) => (one.department === undefined || one.department === to) && covers(one, next, today));
    if (!holds && needsConfirmation(role, { by: auditedAs(by) ?? undefined, to: account }))
      throw new DomainError('reorganisation.own-reviewer', { department: to });
    await this.roles.take(account, { role, department });
    if (there) await this.roles.take(account, there);
    await this.roles.give(account, next);
    await this.accounts.touch(account);
    return { account, roles: await this.roles.of(account) };
  }
}
