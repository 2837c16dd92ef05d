import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../../platform/transactions.js';
import { AccountRepository } from '../account.repository.js';
import { AuditTrail } from '../audit-trail.js';
import { ExternalIdentityRepository, identityFact } from './external-identity.repository.js';
import type { ProvidedPerson } from './provided-person.js';
import { ProvidedRoles } from './provided-roles.js';

/** The account of whoever the provider sent: made at the first time, with the roles that the provider gives at every time. */
@Injectable()
export class ProvidedAccounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly roles: ProvidedRoles,
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
      if (person.roles) await this.roles.holdExactly(account, await this.roles.known(person.roles));
      return id;
    });
  }

  private async make(person: ProvidedPerson): Promise<string> {
    const { issuer, subject, name } = person;
    const username = await this.freeName(person.username);
    const roles = await this.roles.known(person.roles ?? []);
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
}
