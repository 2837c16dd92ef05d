import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@slusen/domain';
import { grantsOf, rolesOn, type RolesLine } from '../identity/account.query.js';
import type { Account } from '../identity/account.js';
import { AccountRow } from '../identity/account.row.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name', 'email');
type Line = Omit<LineOf<typeof ACCOUNT>, 'email'> & RolesLine & { readonly email: string };

const IS_THERE = 'a.email is not null and a.disabled_at is null and a.pseudonymised_at is null';
/** Whoever is away is not reminded: the deputy is. */
const AT_WORK = statement({
  name: 'reminder.people',
  text: `
    select ${ACCOUNT}, ${rolesOn('$1::date')} from account a
     where ${IS_THERE} and not exists (select from deputy y where y.account_id = a.id and $1::date between y.valid_from and y.valid_to) order by a.id`,
});
const THESE = statement({
  name: 'reminder.authors',
  text: `select a.id, a.name, a.email from account a where ${IS_THERE} and a.id = any($1)`,
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
  constructor(private readonly statements: Statements) {}

  /** Everybody who is at work on a day and has an address, with the roles that they hold then. */
  async atWork(day: IsoDate): Promise<(Account & Addressed)[]> {
    const lines = await this.statements.rows<Line>(AT_WORK, [day]);
    return lines.map(({ roles, ...person }) => ({ ...person, roles: grantsOf(roles) }));
  }

  /** Those of the accounts who can be written to. */
  these(ids: readonly string[]): Promise<Addressed[]> {
    return this.statements.rows<Addressed>(THESE, [ids]);
  }
}
