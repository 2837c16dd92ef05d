import { Injectable } from '@nestjs/common';
import { addDays, covers, DomainError, joined, needsConfirmation, NEVER_LENT, type IsoDate } from '@slusen/domain';
import { AccountRepository } from './account.repository.js';
import { AccountRoleRepository, type NewRole } from './account-role.repository.js';
import { AuditTrail } from './audit-trail.js';

/** Whose roles become whose, from a day on. */
export interface Responsibility {
  readonly from: string;
  readonly to: string;
  readonly day: IsoDate;
}

/** Of roles that somebody holds, those that are handed over from a day on: all but an administrator's, and those that end before. */
export function handedOver<Role extends Pick<NewRole, 'role' | 'to'>>(held: readonly Role[], day: IsoDate): Role[] {
  return held.filter(({ role, to }) => role !== NEVER_LENT && (to === undefined || to >= day));
}

/** Lets somebody hold from a day on what another held until then, so that tasks, reviews and what was begun go on with them. */
@Injectable()
export class HandOverResponsibility {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * In a transaction that holds both accounts, of which this is the last that is recorded. Throws `hand-over.nothing`, and `account.own-reviewer` where
   * whoever does it would gain the say over figures.
   */
  async handOver(by: string, { from, to, day }: Responsibility): Promise<void> {
    const given = handedOver(await this.roles.of(from), day);
    if (given.length === 0) throw new DomainError('hand-over.nothing');
    const gains = (await this.roles.isDeputy(by, to)) ? by : to;
    for (const role of given) {
      await this.end(from, role, day);
      await this.receive(to, { ...role, from: role.from !== undefined && role.from > day ? role.from : day }, { by, gains, day });
    }
    for (const account of [from, to]) await this.accounts.touch(account);
    const accounts = [
      { account: from, roles: await this.roles.of(from) },
      { account: to, roles: await this.roles.of(to) },
    ];
    const facts = { to: `account:${to}`, from: day, accounts };
    await this.audit.record({ action: 'account.hand-over', subject: `account:${from}`, by, facts });
  }

  /** What was held before the day is held until then. */
  private async end(account: string, role: NewRole, day: IsoDate): Promise<void> {
    await this.roles.take(account, role);
    if (role.from === undefined || role.from < day) await this.roles.give(account, { ...role, to: addDays(day, -1) });
  }

  private async receive(account: string, wanted: NewRole, { by, gains, day }: { by: string; gains: string; day: IsoDate }): Promise<void> {
    const held = (await this.roles.of(account)).filter(({ role }) => role === wanted.role);
    if (held.some((one) => (one.department === undefined || one.department === wanted.department) && covers(one, wanted, day))) return;
    if (needsConfirmation(wanted.role, { by, to: gains })) throw new DomainError('account.own-reviewer', { role: wanted.role });
    const there = held.find(({ department }) => department === wanted.department);
    if (there) await this.roles.take(account, there);
    const { role, department } = wanted;
    await this.roles.give(account, { role, department, ...(there ? joined(wanted, there) : { from: wanted.from, to: wanted.to }) });
  }
}
