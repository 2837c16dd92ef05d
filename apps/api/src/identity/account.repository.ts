import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError } from '@slusen/domain';
import type { FindOptionsWhere, Repository } from 'typeorm';
import { statement, Statements } from '../platform/statements.js';
import type { AccountRoleGrant } from './account.js';
import { AccountRoleRow } from './account-role.row.js';
import { AccountRow } from './account.row.js';
import { SessionRepository } from './session.repository.js';

/** A role about to be given, for all departments or for the one that the slug names. */
export interface NewRole extends Pick<AccountRoleGrant, 'role'> {
  readonly department?: string | undefined;
}

const DEPARTMENT = statement({ name: 'account.department', text: 'select id from actor where slug = $1' });

/** Accounts with their roles, and back to rows. Who can no longer sign in as before is signed out at once. */
@Injectable()
export class AccountRepository {
  constructor(
    @InjectRepository(AccountRow) private readonly accounts: Repository<AccountRow>,
    @InjectRepository(AccountRoleRow) private readonly roles: Repository<AccountRoleRow>,
    private readonly sessions: SessionRepository,
    private readonly statements: Statements,
  ) {}

  /** Also one that is disabled. */
  byUsername(username: string): Promise<AccountRow | null> {
    return this.accounts.findOneBy({ username: username.toLowerCase() });
  }

  /** Locked until the transaction ends, so that two changes of one account follow each other. */
  lock(which: FindOptionsWhere<AccountRow>): Promise<AccountRow | null> {
    return this.accounts.findOne({ where: which, lock: { mode: 'pessimistic_write' } });
  }

  /** Returns the new account's id. Throws `account.unknown-department`. */
  async insert(
    account: Pick<AccountRow, 'username' | 'name' | 'passwordHash' | 'isDemonstration'>,
    roles: readonly NewRole[],
  ): Promise<string> {
    const { identifiers } = await this.accounts.insert(account);
    const accountId = String(identifiers[0]?.['id']);
    for (const { role, department } of roles) {
      await this.roles.insert({ accountId, role, departmentId: department ? await this.departmentId(department) : null });
    }
    return accountId;
  }

  /** Ends every session of the account but the one to keep. */
  async setPassword(id: string, passwordHash: string, keep?: Buffer): Promise<void> {
    await this.accounts.update({ id }, { passwordHash });
    await this.sessions.closeAll(id, keep);
  }

  async disable(id: string, disabledAt: Date): Promise<void> {
    await this.accounts.update({ id }, { disabledAt });
    await this.sessions.closeAll(id);
  }

  async enable(id: string): Promise<void> {
    await this.accounts.update({ id }, { disabledAt: null });
  }

  private async departmentId(slug: string): Promise<number> {
    const [actor] = await this.statements.rows<{ id: number }>(DEPARTMENT, [slug]);
    if (!actor) throw new DomainError('account.unknown-department', { department: slug });
    return actor.id;
  }
}
