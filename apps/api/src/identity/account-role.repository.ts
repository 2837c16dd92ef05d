import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, needsDepartment } from '@slusen/domain';
import { IsNull, type Repository } from 'typeorm';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import type { AccountRoleGrant } from './account.js';
import { AccountRoleRow } from './account-role.row.js';
import type { AccountRow } from './account.row.js';

/** A role about to be given or taken, for all departments or for the one that the slug names. */
export interface NewRole extends Pick<AccountRoleGrant, 'role'> {
  readonly department?: string | undefined;
}

const DEPARTMENT = statement({ name: 'account.department', text: 'select id from actor where slug = $1' });

const ROLE = columns(AccountRoleRow, 'r', 'role');
const ROLES = statement({
  name: 'account.roles',
  text: `select ${ROLE}, d.slug from account_role r left join actor d on d.id = r.department_id where r.account_id = $1 order by r.id`,
});

const ONE_AT_A_TIME = statement({
  name: 'account.administrators-lock',
  text: `select pg_advisory_xact_lock(hashtext('slusen.administrators'))`,
});
const ADMINISTRATORS = statement({
  name: 'account.administrators',
  text: `
    select distinct a.id from account a join account_role r on r.account_id = a.id
     where r.role = 'administrator' and a.disabled_at is null`,
});
const HELD = statement({
  name: 'account.roles-held',
  text: `select distinct ${ROLE} from account_role r join account a on a.id = r.account_id where a.disabled_at is null`,
});

const HOLDERS = statement({
  name: 'account.role-holders',
  text: `
    select a.id as account, ${ROLE}, d.slug from account_role r join account a on a.id = r.account_id left join actor d on d.id = r.department_id
     where r.role = any($1) and a.disabled_at is null order by a.id`,
});

/** Somebody who can sign in and holds a role; without a department it holds for all of them. */
export interface RoleHolder extends NewRole {
  readonly account: string;
}

/** Which roles accounts hold. */
@Injectable()
export class AccountRoleRepository {
  constructor(
    @InjectRepository(AccountRoleRow) private readonly roles: Repository<AccountRoleRow>,
    private readonly statements: Statements,
  ) {}

  /** Those of an account, in the transaction under way if there is one. */
  async of(accountId: string): Promise<NewRole[]> {
    const lines = await this.statements.rows<LineOf<typeof ROLE> & { slug: string | null }>(ROLES, [accountId]);
    return lines.map(({ role, slug }) => (slug === null ? { role } : { role, department: slug }));
  }

  /** Those that somebody holds who can sign in. */
  async held(): Promise<AccountRoleGrant['role'][]> {
    return (await this.statements.rows<LineOf<typeof ROLE>>(HELD)).map(({ role }) => role);
  }

  /** Everybody who holds one of the roles and can sign in. */
  async holders(roles: readonly AccountRoleGrant['role'][]): Promise<RoleHolder[]> {
    const lines = await this.statements.rows<LineOf<typeof ROLE> & { account: string; slug: string | null }>(HOLDERS, [roles]);
    return lines.map(({ account, role, slug }) => ({ account, role, department: slug ?? undefined }));
  }

  /** Throws `account.unknown-department`, and `account.needs-department` for a role that is nothing without one. */
  async give(accountId: string, { role, department }: NewRole): Promise<void> {
    if (!department && needsDepartment(role)) throw new DomainError('account.needs-department', { role });
    await this.roles.insert({ accountId, role, departmentId: department ? await this.departmentId(department) : null });
  }

  async take(accountId: string, { role, department }: NewRole): Promise<void> {
    await this.roles.delete({ accountId, role, departmentId: department ? await this.departmentId(department) : IsNull() });
  }

  /**
   * Throws `account.last-administrator` where nobody could manage accounts without this one. Whoever asks waits for others who did, until
   * their transaction ends: two administrators cannot end each other.
   */
  async requireAnotherAdministrator({ id, username }: Pick<AccountRow, 'id' | 'username'>): Promise<void> {
    await this.statements.rows(ONE_AT_A_TIME);
    const administrators = await this.statements.rows<{ id: string }>(ADMINISTRATORS);
    if (administrators.length === 1 && administrators[0]?.id === id) throw new DomainError('account.last-administrator', { username });
  }

  /** Also where none is named. */
  async isKnownDepartment(slug: string | undefined): Promise<boolean> {
    return slug === undefined || (await this.statements.rows(DEPARTMENT, [slug])).length > 0;
  }

  private async departmentId(slug: string): Promise<number> {
    const [actor] = await this.statements.rows<{ id: number }>(DEPARTMENT, [slug]);
    if (!actor) throw new DomainError('account.unknown-department', { department: slug });
    return actor.id;
  }
}
