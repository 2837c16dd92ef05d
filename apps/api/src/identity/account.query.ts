import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { asKnown } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { actorName } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import { DomainError } from '@slusen/domain';
import { AccountRow } from './account.row.js';
import type { Account, AccountRoleGrant } from './account.js';

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name');
type Line = LineOf<typeof ACCOUNT> & {
  readonly roles: { role: AccountRoleGrant['role']; slug: string | null; sv: string | null; en: string | null }[];
};

const BY_USERNAME = statement({
  name: 'account.by-username',
  text: `
    select ${ACCOUNT},
           coalesce((select json_agg(json_build_object('role', r.role, 'slug', d.slug, 'sv', ${actorName('d', 'name_sv')}, 'en', ${actorName('d', 'name_en')}) order by r.id)
                       from account_role r left join ${asKnown('actor')} d on d.id = r.department_id where r.account_id = a.id), '[]') as roles
      from account a where a.username = $1 and a.disabled_at is null`,
});

/** The roles of an account's line, each for one department or for all. */
export function grantsOf(roles: Line['roles']): AccountRoleGrant[] {
  return roles.map(({ role, slug, sv, en }) => (slug && sv ? { role, department: { slug, name: localizedOf(sv, en) } } : { role }));
}

/** Finds accounts for commands and the demonstration, which act in someone's name. */
@Injectable()
export class AccountQuery {
  constructor(
    private readonly statements: Statements,
    @InjectRepository(AccountRow) private readonly accounts: Repository<AccountRow>,
  ) {}

  async byUsername(username: string): Promise<Account | undefined> {
    const [line] = await this.statements.rows<Line>(BY_USERNAME, [username.toLowerCase()]);
    return line && { id: line.id, username: line.username, name: line.name, roles: grantsOf(line.roles) };
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
