import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, ENDING_KINDS, needsDepartment, rolePeriodFault, type RolePeriod } from '@slusen/domain';
import { IsNull, type Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import type { AccountRoleGrant } from './account.js';
import { heldRoles } from './held-roles.js';
import { AccountRoleRow } from './account-role.row.js';
import type { AccountRow } from './account.row.js';

/** A role about to be given or taken, for all departments or for the one that the slug names, and the days that it holds. */
export interface NewRole extends Pick<AccountRoleGrant, 'role'>, RolePeriod {
  readonly department?: string | undefined;
}

/** Whether they are one and the same, held on the same days. */
export const isSameRole = (one: NewRole, other: NewRole): boolean =>
  one.role === other.role && one.department === other.department && one.from === other.from && one.to === other.to;

/** The columns that say which role it is and when it holds. */
export type RoleColumns = Pick<AccountRoleRow, 'role' | 'departmentId' | 'validFrom' | 'validTo'>;

const DEPARTMENT = statement({ name: 'account.department', text: 'select id from actor where slug = $1' });
/** What became of a department that is no more: a row for each that took over, one of nothing where none did. */
const BECAME = statement({
  name: 'account.department-became',
  text: `
    select d.slug from reorganisation r left join reorganisation_successor s on s.reorganisation_id = r.id left join actor d on d.id = s.actor_id
     where r.actor_id = $1 and r.kind = any($2)`,
});
/** Whoever gives a role waits for a reorganisation that goes on, and the other way round: none is given to what ends meanwhile. */
const WAIT_FOR_DECISIONS = statement({
  name: 'account.wait-for-decisions',
  text: `select pg_advisory_xact_lock_shared(hashtext('slusen.decided'))`,
});
const IS_DEPUTY = statement({
  name: 'account.is-deputy',
  text: 'select from deputy where account_id = $1 and deputy_id = $2 and valid_to >= $3::date',
});
const DEPARTMENT_OF = statement({ name: 'account.department-of', text: 'select slug from actor where id = $1' });

const ROLE = columns(AccountRoleRow, 'r', 'role');
const DAYS = columns(AccountRoleRow, 'r', 'validFrom', 'validTo');
const IS_HELD = '(r.valid_from is null or r.valid_from <= $1::date) and (r.valid_to is null or r.valid_to >= $1::date)';
const ROLES = statement({
  name: 'account.roles',
  text: `select ${ROLE}, ${DAYS}, d.slug from account_role r left join actor d on d.id = r.department_id where r.account_id = $1 order by r.id`,
});

const ONE_AT_A_TIME = statement({
  name: 'account.administrators-lock',
  text: `select pg_advisory_xact_lock(hashtext('slusen.administrators'))`,
});
const ADMINISTRATORS = statement({
  name: 'account.administrators',
  text: `
    select distinct a.id from account a join account_role r on r.account_id = a.id
     where r.role = 'administrator' and ${IS_HELD} and r.valid_to is null and a.disabled_at is null
       and (not exists (select from password_link l where l.account_id = a.id and l.kind = 'invitation')
            or exists (select from password_link l where l.account_id = a.id and l.kind = 'invitation' and l.ending = 'used'))`,
});
const HELD = statement({
  name: 'account.roles-held',
  text: `select distinct ${ROLE} from ${heldRoles('$1::date')} r join account a on a.id = r.account_id where a.disabled_at is null and ${IS_HELD}`,
});

const HOLDERS = statement({
  name: 'account.role-holders',
  text: `
    select a.id as account, a.name, a.email, ${ROLE}, d.slug from ${heldRoles('$1::date')} r join account a on a.id = r.account_id left join actor d on d.id = r.department_id
     where r.role = any($2) and a.disabled_at is null and ${IS_HELD} order by a.name, a.id`,
});

/** Somebody who can sign in and holds a role; without a department it holds for all of them. */
export interface RoleHolder extends NewRole {
  readonly account: string;
  readonly name: string;
  readonly email?: string | undefined;
}

interface HolderLine extends LineOf<typeof ROLE> {
  readonly account: string;
  readonly name: string;
  readonly email: string | null;
  readonly slug: string | null;
}

const OF_DEPARTMENT = statement({
  name: 'account.roles-of-department',
  text: `
    select a.id as account, a.name, ${ROLE}, ${DAYS} from account_role r join account a on a.id = r.account_id join actor d on d.id = r.department_id
     where d.slug = $1 and (r.valid_to is null or r.valid_to >= $2::date) order by a.name, a.id, r.role`,
});

/** A role that somebody has for a department, today or from a day to come. */
export interface DepartmentRole extends NewRole {
  readonly account: string;
  /** Of the person or the business system. */
  readonly name: string;
}

/** Which roles accounts hold. */
@Injectable()
export class AccountRoleRepository {
  constructor(
    @InjectRepository(AccountRoleRow) private readonly roles: Repository<AccountRoleRow>,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Those of an account, in the transaction under way if there is one. */
  async of(accountId: string): Promise<NewRole[]> {
    const lines = await this.statements.rows<LineOf<typeof ROLE> & LineOf<typeof DAYS> & { slug: string | null }>(ROLES, [accountId]);
    return lines.map(({ role, slug, valid_from: from, valid_to: to }) => ({
      role,
      ...(slug === null ? {} : { department: slug }),
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    }));
  }

  /** Those that somebody holds today who can sign in. */
  async held(): Promise<AccountRoleGrant['role'][]> {
    return (await this.statements.rows<LineOf<typeof ROLE>>(HELD, [this.clock.today()])).map(({ role }) => role);
  }

  /** Everybody who holds one of the roles today and can sign in. */
  async holders(roles: readonly AccountRoleGrant['role'][]): Promise<RoleHolder[]> {
    const lines = await this.statements.rows<HolderLine>(HOLDERS, [this.clock.today(), roles]);
    return lines.map(({ account, name, email, role, slug }) => ({
      ...{ account, name, role, department: slug ?? undefined },
      ...(email === null ? {} : { email }),
    }));
  }

  /** Those that are for the department, of people and of business systems, but for those that are past. */
  async ofDepartment(department: string): Promise<DepartmentRole[]> {
    const lines = await this.statements.rows<LineOf<typeof ROLE> & LineOf<typeof DAYS> & { account: string; name: string }>(OF_DEPARTMENT, [
      department,
      this.clock.today(),
    ]);
    return lines.map(({ account, name, role, valid_from: from, valid_to: to }) => ({
      ...{ account, name, role, department },
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    }));
  }

  /** Throws what `columnsOf` throws. */
  async give(accountId: string, role: NewRole): Promise<void> {
    await this.roles.insert({ accountId, ...(await this.columnsOf(role)) });
  }

  /**
   * A role as rows hold it. Throws `account.unknown-department`, `actor.ended`, `account.needs-department` for a role that is nothing without one, and
   * `account.role-backwards`.
   */
  async columnsOf({ role, department, from, to }: NewRole): Promise<RoleColumns> {
    if (!department && needsDepartment(role)) throw new DomainError('account.needs-department', { role });
    const fault = rolePeriodFault({ from, to });
    if (fault) throw new DomainError(fault);
    const departmentId = department ? await this.standingDepartmentId(department) : null;
    return { role, departmentId, validFrom: from ?? null, validTo: to ?? null };
  }

  async take(accountId: string, { role, department }: NewRole): Promise<void> {
    await this.roles.delete({ accountId, role, departmentId: department ? await this.departmentId(department) : IsNull() });
  }

  /**
   * Throws `account.last-administrator` where nobody could manage accounts without this one: others are those who hold the role until further
   * notice and have been here. Whoever asks waits for others who did, until their transaction ends: two administrators cannot end each other.
   */
  async requireAnotherAdministrator({ id, username }: Pick<AccountRow, 'id' | 'username'>): Promise<void> {
    await this.statements.rows(ONE_AT_A_TIME);
    const administrators = await this.statements.rows<{ id: string }>(ADMINISTRATORS, [this.clock.today()]);
    if (administrators.length === 1 && administrators[0]?.id === id) throw new DomainError('account.last-administrator', { username });
  }

  /** A role as it is given, from how rows hold it. */
  async roleOf({ role, departmentId, validFrom, validTo }: RoleColumns): Promise<NewRole> {
    const [actor] = await this.statements.rows<{ slug: string }>(DEPARTMENT_OF, [departmentId]);
    return {
      role,
      ...(actor ? { department: actor.slug } : {}),
      ...(validFrom === null ? {} : { from: validFrom }),
      ...(validTo === null ? {} : { to: validTo }),
    };
  }

  /** Also where none is named. */
  /** The department of this name, or the one that took over all of it; undefined where there is neither. */
  async standingDepartment(slug: string): Promise<string | undefined> {
    const [actor] = await this.statements.rows<{ id: number }>(DEPARTMENT, [slug]);
    if (!actor) return undefined;
    const became = await this.became(actor.id);
    const [only] = became;
    if (!only) return slug;
    return became.length === 1 && only.slug !== null ? this.standingDepartment(only.slug) : undefined;
  }

  /** Whether somebody stands in for another, today or on a day to come. */
  async isDeputy(deputy: string, account: string): Promise<boolean> {
    return (await this.statements.rows(IS_DEPUTY, [account, deputy, this.clock.today()])).length > 0;
  }

  private async standingDepartmentId(slug: string): Promise<number> {
    await this.statements.rows(WAIT_FOR_DECISIONS);
    const id = await this.departmentId(slug);
    if ((await this.became(id)).length > 0) throw new DomainError('actor.ended', { actor: slug });
    return id;
  }

  private became(id: number): Promise<{ slug: string | null }[]> {
    return this.statements.rows<{ slug: string | null }>(BECAME, [id, ENDING_KINDS]);
  }

  private async departmentId(slug: string): Promise<number> {
    const [actor] = await this.statements.rows<{ id: number }>(DEPARTMENT, [slug]);
    if (!actor) throw new DomainError('account.unknown-department', { department: slug });
    return actor.id;
  }
}
