import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError } from '@slusen/domain';
import type { FindOptionsWhere, Repository } from 'typeorm';
import { AccountRow } from './account.row.js';
import { AccountRoleRepository, type NewRole } from './account-role.repository.js';
import { PasswordLinks } from './password-links.js';
import { SessionRepository } from './session.repository.js';

/** Accounts with their roles, and back to rows. Who can no longer sign in as before is signed out at once. */
@Injectable()
export class AccountRepository {
  constructor(
    @InjectRepository(AccountRow) private readonly accounts: Repository<AccountRow>,
    private readonly roles: AccountRoleRepository,
    private readonly sessions: SessionRepository,
    private readonly links: PasswordLinks,
  ) {}

  /** Also one that is disabled. */
  byUsername(username: string): Promise<AccountRow | null> {
    return this.accounts.findOneBy({ username: username.toLowerCase() });
  }

  /** Also one that is disabled. */
  byEmail(email: string): Promise<AccountRow | null> {
    return this.accounts.findOneBy({ email: email.toLowerCase() });
  }

  /** Locked until the transaction ends, so that two changes of one account follow each other. */
  lock(which: FindOptionsWhere<AccountRow>): Promise<AccountRow | null> {
    return this.accounts.findOne({ where: which, lock: { mode: 'pessimistic_write' } });
  }

  /** All of them locked until the transaction ends, in one order: two who lock the same accounts wait for each other, and neither forever. */
  async lockAll(ids: readonly string[]): Promise<void> {
    for (const id of [...new Set(ids)].sort()) await this.lock({ id });
  }

  /** Locked, as somebody read it. Throws `account.not-found` or `account.stale`. */
  async lockRead({ id, version }: Pick<AccountRow, 'id' | 'version'>): Promise<AccountRow> {
    const account = await this.lock({ id });
    if (!account) throw new DomainError('account.not-found', { username: id });
    if (account.version !== version) throw new DomainError('account.stale', { id, version: account.version });
    return account;
  }

  /** Returns the new account's id. Throws `account.unknown-department` or `account.needs-department`. */
  async insert(
    account: Pick<AccountRow, 'username' | 'name' | 'passwordHash'> & Partial<Pick<AccountRow, 'email' | 'isDemonstration'>>,
    roles: readonly NewRole[],
  ): Promise<string> {
    const { identifiers } = await this.accounts.insert(account);
    const accountId = String(identifiers[0]?.['id']);
    for (const role of roles) await this.roles.give(accountId, role);
    return accountId;
  }

  /** Ends every session of the account but the one to keep. */
  async setPassword(id: string, passwordHash: string, keep?: Buffer): Promise<void> {
    await this.accounts.update({ id }, { passwordHash });
    await this.sessions.closeAll(id, keep);
  }

  /** Whoever read it before has to read it again before they change it. */
  async touch(id: string): Promise<void> {
    await this.accounts.update({ id }, { version: () => 'version + 1' });
  }

  /** Throws `account.last-administrator`. */
  async disable({ id, username }: Pick<AccountRow, 'id' | 'username'>, disabledAt: Date): Promise<void> {
    await this.roles.requireAnotherAdministrator({ id, username });
    await this.accounts.update({ id }, { disabledAt, version: () => 'version + 1' });
    await this.sessions.closeAll(id);
    await this.links.endAll(id);
  }

  async enable(id: string): Promise<void> {
    await this.accounts.update({ id }, { disabledAt: null, version: () => 'version + 1' });
  }
}
