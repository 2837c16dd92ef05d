import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { asKnown } from '../platform/as-of.js';
import { Clock } from '../platform/clock.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { actorName } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import { DomainError } from '@slusen/domain';
import { heldRoles } from './held-roles.js';
import { AccountRow } from './account.row.js';
import type { Account, AccountRoleGrant, AwayPerson } from './account.js';

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name');
const AWAY = `case when away.id is not null then json_build_object('id', away.id, 'name', away.name) end`;

/** The roles that an account holds on a day, as a column of a statement where the account is `a`. */
export const rolesOn = (day: string): string => `
  coalesce((select json_agg(json_build_object('role', r.role, 'slug', d.slug, 'sv', ${actorName('d', 'name_sv')}, 'en', ${actorName('d', 'name_en')}, 'for', ${AWAY})
                                  order by away.name nulls first, r.id)
              from ${heldRoles(day)} r left join ${asKnown('actor')} d on d.id = r.department_id left join account away on away.id = r.for_id
             where r.account_id = a.id and (r.valid_from is null or r.valid_from <= ${day}) and (r.valid_to is null or r.valid_to >= ${day})), '[]') as roles`;

/** What that column holds. */
export interface RolesLine {
  readonly roles: { role: AccountRoleGrant['role']; slug: string | null; sv: string | null; en: string | null; for: AwayPerson | null }[];
}
type Line = LineOf<typeof ACCOUNT> & RolesLine;

const BY_USERNAME = statement({
  name: 'account.by-username',
  text: `
    select ${ACCOUNT}, ${rolesOn('$2::date')}
      from account a where a.username = $1 and a.disabled_at is null`,
});

/** The roles of an account's line, each for one department or for all. */
export function grantsOf(roles: Line['roles']): AccountRoleGrant[] {
  return roles.map(({ role, slug, sv, en, for: away }) => ({
    role,
    ...(slug && sv ? { department: { slug, name: localizedOf(sv, en) } } : {}),
    ...(away === null ? {} : { for: away }),
  }));
}

/** Finds accounts for commands and the demonstration, which act in someone's name. */
@Injectable()
export class AccountQuery {
  constructor(
    private readonly statements: Statements,
    @InjectRepository(AccountRow) private readonly accounts: Repository<AccountRow>,
    private readonly clock: Clock,
  ) {}

  async byUsername(username: string): Promise<Account | undefined> {
    const [line] = await this.statements.rows<Line>(BY_USERNAME, [username.toLowerCase(), this.clock.today()]);
    return line && { id: line.id, username: line.username, name: line.name, roles: grantsOf(line.roles) };
  }

  /** In whose name a job acts; none of one that was disabled meanwhile. */
  async byId(id: string): Promise<Account | undefined> {
    const found = await this.accounts.findOne({ where: { id }, select: { id: true, username: true } });
    return found ? this.byUsername(found.username) : undefined;
  }

  /** The account that a command names; throws `account.not-found`, also for one that is disabled. */
  async named(username: string): Promise<Account> {
    const account = await this.byUsername(username);
    if (!account) throw new DomainError('account.not-found', { username });
    return account;
  }

  /** Whether the database holds the demonstration, whatever the program is told at this start. */
  hasDemonstration(): Promise<boolean> {
    return this.accounts.existsBy({ isDemonstration: true });
  }
}
