import { Injectable } from '@nestjs/common';
import type { Entry, IsoDate } from '@slusen/domain';
import { grantsOf, rolesOn, type RolesLine } from '../identity/account.query.js';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Account } from '../identity/account.js';
import { AccountRow } from '../identity/account.row.js';
import { Clock } from '../platform/clock.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name', 'email');
type Line = Omit<LineOf<typeof ACCOUNT>, 'email'> & RolesLine & { readonly email: string };

const IS_THERE = 'a.email is not null and a.disabled_at is null and a.pseudonymised_at is null';
/** Whoever is away is not reminded: the deputy is, unless the deputy is away too or shut out. */
const AT_WORK = statement({
  name: 'reminder.people',
  text: `
    select ${ACCOUNT}, ${rolesOn('$1::date')} from account a
     where ${IS_THERE} and not exists (
             select from deputy y join account d on d.id = y.deputy_id and d.disabled_at is null
              where y.account_id = a.id and $1::date between y.valid_from and y.valid_to
                and not exists (select from deputy z where z.account_id = y.deputy_id and $1::date between z.valid_from and z.valid_to)) order by a.id`,
});
const THESE = statement({
  name: 'reminder.authors',
  text: `select a.id, a.name, a.email from account a where ${IS_THERE} and a.id = any($1)`,
});

const DEPUTIES = statement({
  name: 'reminder.deputies',
  text: 'select y.deputy_id as id from deputy y where y.account_id = any($1) and $2::date between y.valid_from and y.valid_to',
});

/** Somebody who can be written to. */
export interface Addressed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Who can be written to. */
@Injectable()
export class RemindedPeopleQuery {
  constructor(
    private readonly statements: Statements,
    private readonly roles: AccountRoleRepository,
    private readonly clock: Clock,
  ) {}

  /** Everybody who is at work on a day and has an address, with the roles that they hold then. */
  async atWork(day: IsoDate): Promise<(Account & Addressed)[]> {
    const lines = await this.statements.rows<Line>(AT_WORK, [day]);
    return lines.map(({ roles, ...person }) => ({ ...person, roles: grantsOf(roles) }));
  }

  /**
   * Who is to know what becomes of an entry: its authors, with the deputies of those who are away; where none of them reports for its department any more,
   * everybody who does.
   */
  async answering({ authors, department }: Pick<Entry, 'authors' | 'department'>): Promise<Addressed[]> {
    const reporters = (await this.roles.holders(['reporter'])).filter((one) => one.department === department).map(({ account }) => account);
    const deputies = await this.statements.rows<{ id: string }>(DEPUTIES, [authors, this.clock.today()]);
    const own = [...authors, ...deputies.map(({ id }) => id)];
    return this.these(own.some((id) => reporters.includes(id)) ? own : reporters);
  }

  /** Those of the accounts who can be written to. */
  these(ids: readonly string[]): Promise<Addressed[]> {
    return this.statements.rows<Addressed>(THESE, [ids]);
  }
}
