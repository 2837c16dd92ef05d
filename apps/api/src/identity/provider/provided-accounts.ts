import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../../platform/transactions.js';
import { AccountRepository } from '../account.repository.js';
import type { AccountRow } from '../account.row.js';
import { AuditTrail } from '../audit-trail.js';
import { AccountRoleRepository, type NewRole } from '../account-role.repository.js';
import { ExternalIdentityRepository, identityFact } from './external-identity.repository.js';
import type { ProvidedPerson } from './provided-person.js';

/** The account of whoever the provider sent: made at the first time, with the roles that the provider gives at every time. */
@Injectable()
export class ProvidedAccounts {
  private readonly logger = new Logger('provider');

  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
    private readonly identities: ExternalIdentityRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The account's id. Throws `provider.account-disabled`. */
  of(person: ProvidedPerson): Promise<string> {
    return this.transactions.run(async () => {
      const id = await this.identities.accountId(person);
      if (id === undefined) return this.make(person);
      const account = await this.accounts.lock({ id });
      if (!account || account.disabledAt) throw new DomainError('provider.account-disabled', { account: id });
      if (person.roles) await this.holdExactly(account, await this.known(person.roles));
      return id;
    });
  }

  private async make(person: ProvidedPerson): Promise<string> {
    const { issuer, subject, name } = person;
    const username = await this.freeName(person.username);
    const roles = await this.known(person.roles ?? []);
    const id = await this.accounts.insert({ username, name, passwordHash: null, isDemonstration: false }, roles);
    await this.identities.insert({ issuer, subject }, id);
    const facts = { roles, provider: issuer, opens: identityFact(person) };
    await this.audit.record({ action: 'account.create', subject: `account:${id}`, by: null, facts });
    return id;
  }

  /** An account that is there keeps its name: who is called the same at the provider need not be the same. */
  private async freeName(wanted: string): Promise<string> {
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted}-${number}`;
      if (!(await this.accounts.byUsername(name))) return name;
    }
  }

  /** What the provider gives is all there is: a role that it no longer gives is gone, the last administrator's too (it can give it again). */
  private async holdExactly({ id }: AccountRow, wanted: readonly NewRole[]): Promise<void> {
    const held = await this.roles.of(id);
    const [added, lost] = [without(wanted, held), without(held, wanted)];
    if (added.length + lost.length === 0) return;
    for (const role of lost) await this.roles.take(id, role);
    for (const role of added) await this.roles.give(id, role);
    const facts = { roles: await this.roles.of(id), byProvider: true };
    await this.audit.record({ action: 'account.change-roles', subject: `account:${id}`, by: null, facts });
  }

  /** A department that the strategy does not have gives nothing; nobody is kept out for a word in the settings. */
  private async known(roles: readonly NewRole[]): Promise<NewRole[]> {
    const found = await Promise.all(roles.map(async (role) => ({ role, isKnown: await this.roles.isKnownDepartment(role.department) })));
    for (const { role, isKnown } of found)
      if (!isKnown) this.logger.warn(`OIDC_ROLES names a department that is not there: ${role.department ?? ''}`);
    return found.filter(({ isKnown }) => isKnown).map(({ role }) => role);
  }
}

const without = (roles: readonly NewRole[], others: readonly NewRole[]): NewRole[] =>
  roles.filter(({ role, department }) => !others.some((other) => other.role === role && other.department === department));
