import { Injectable } from '@nestjs/common';
import { DomainError, type AccountRole } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { auditedAs, type Principal } from './account.js';
import { AccountRoleRow } from './account-role.row.js';
import { AccountRow } from './account.row.js';
import { AuditTrail } from './audit-trail.js';
import { passwordFact, Passwords } from './passwords.js';
import { Permissions } from './permissions.js';

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly { readonly role: AccountRole; readonly department?: string | undefined }[];
  readonly isDemonstration?: boolean;
}

/** Makes an account with its roles. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly permissions: Permissions,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
  ) {}

  /** Returns the new account's id; `account.exists` when the name is taken, `account.unknown-department`. */
  async create(manager: EntityManager, by: Principal, account: NewAccount): Promise<string> {
    this.permissions.require(by, 'account.manage');
    const { username, name, password, roles, isDemonstration = false } = account;
    const taken = await manager.existsBy(AccountRow, { username: username.toLowerCase() });
    if (taken) throw new DomainError('account.exists', { username });
    const passwordHash = await this.passwords.hash(password);
    const { identifiers } = await manager.insert(AccountRow, { username: username.toLowerCase(), name, passwordHash, isDemonstration });
    const accountId = String(identifiers[0]?.['id']);
    for (const { role, department } of roles) {
      await manager.insert(AccountRoleRow, { accountId, role, departmentId: department ? await departmentId(manager, department) : null });
    }
    // By its id: who that is stands in the account alone, so that a person can be reduced to a pseudonym.
    const told = {
      action: 'account.create',
      subject: `account:${accountId}`,
      by: auditedAs(by),
      facts: { roles, password: passwordFact(passwordHash) },
    };
    await this.audit.record(manager, told);
    return accountId;
  }
}

async function departmentId(manager: EntityManager, slug: string): Promise<number> {
  const [actor] = await manager.query<{ id: number }[]>('select id from actor where slug = $1', [slug]);
  if (!actor) throw new DomainError('account.unknown-department', { department: slug });
  return actor.id;
}
