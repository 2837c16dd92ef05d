import { Injectable } from '@nestjs/common';
import type { NewDeputy } from '@slusen/contracts';
import { deputyFault, DomainError, needsConfirmation, stockholmDate } from '@slusen/domain';
import { AccountRepository } from '../identity/account.repository.js';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Acting } from '../identity/acting.js';
import { DeputyEvents } from '../identity/deputy-events.js';
import { Permissions } from '../identity/permissions.js';
import { statement, Statements } from '../platform/statements.js';
import { IS_PERSON } from './person-columns.js';
import type { ReadPerson } from './set-roles.js';

const PERSON = statement({ name: 'people.is-person', text: `select from account a where a.id = $1 and ${IS_PERSON}` });

/** Has somebody stand in for another who is away, or no longer; it holds from their next request on, and ends by itself. */
@Injectable()
export class NameDeputy {
  constructor(
    private readonly permissions: Permissions,
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
    private readonly events: DeputyEvents,
    private readonly statements: Statements,
  ) {}

  /**
   * Throws `account.not-found`, `account.stale`, `account.disabled`, `account.own-reviewer` (nobody makes themselves a reviewer's deputy),
   * `deputy.self`, `deputy.twice`, and for the days `deputy.backwards`, `deputy.over` or `deputy.too-long`.
   */
  async name({ account: by, at }: Acting, read: ReadPerson, { deputy, ...days }: NewDeputy): Promise<void> {
    this.permissions.require(by, 'account.manage');
    const fault = deputyFault(days, stockholmDate(at));
    if (fault) throw new DomainError(fault);
    if (deputy === read.id) throw new DomainError('deputy.self');
    await this.events.change(by.id, async () => {
      const away = await this.accounts.lockRead(read);
      const other = await this.accounts.lock({ id: deputy });
      if (!other || !(await this.isPerson(deputy))) throw new DomainError('account.not-found', { username: deputy });
      for (const { disabledAt, username } of [away, other]) if (disabledAt) throw new DomainError('account.disabled', { username });
      const own = (await this.roles.of(away.id)).find(({ role }) => needsConfirmation(role, { by: by.id, to: deputy }));
      if (own) throw new DomainError('account.own-reviewer', { role: own.role });
      return { account: away.id, deputy, ...days };
    });
  }

  private async isPerson(id: string): Promise<boolean> {
    return (await this.statements.rows(PERSON, [id])).length > 0;
  }

  /** Throws `deputy.not-found`. */
  async end({ account: by }: Acting, id: string, deputy: number): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.events.end(by.id, id, deputy);
  }
}
