import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { auditedAs, type Principal } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { passwordFact, Passwords } from './passwords.js';
import { Permissions } from './permissions.js';
import type { NewRole } from './account-role.repository.js';

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  /** Where a new password is sent. */
  readonly email?: string | undefined;
  readonly password: string;
  readonly roles: readonly NewRole[];
  readonly isDemonstration?: boolean;
}

/** Makes an account with its roles. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly permissions: Permissions,
    private readonly passwords: Passwords,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** In a transaction. Returns the new account's id. Throws `account.exists`, `account.email-taken` and what giving a role throws. */
  async create(by: Principal, account: NewAccount): Promise<string> {
    this.permissions.require(by, 'account.manage');
    const { username, name, email, password, roles, isDemonstration = false } = account;
    if (await this.accounts.byUsername(username)) throw new DomainError('account.exists', { username });
    if (email !== undefined && (await this.accounts.byEmail(email))) throw new DomainError('account.email-taken');
    const passwordHash = await this.passwords.hash(password);
    const row = { username: username.toLowerCase(), name, passwordHash, isDemonstration, email: email?.toLowerCase() ?? null };
    const accountId = await this.accounts.insert(row, roles);
    // By its id: who that is stands in the account alone, so that a person can be reduced to a pseudonym.
    const told = {
      action: 'account.create',
      subject: `account:${accountId}`,
      by: auditedAs(by),
      facts: { roles, password: passwordFact(passwordHash) },
    };
    await this.audit.record(told);
    return accountId;
  }
}
