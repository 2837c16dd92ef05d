import { Injectable } from '@nestjs/common';
import type { Principal } from '../../identity/account.js';
import { Permissions } from '../../identity/permissions.js';
import { statement, Statements } from '../../platform/statements.js';

/** An account as the command line lists it. */
export interface AccountLine {
  readonly username: string;
  readonly name: string;
  /** `reporter:gatukontoret`, `administrator (until 2026-12-31)`. */
  readonly roles: readonly string[];
  readonly created: Date;
  readonly disabled: Date | null;
}

const ALL = statement({
  name: 'account.list',
  text: `
    select a.username, a.name, a.created_at as created, a.disabled_at as disabled,
           array(select concat_ws(' ', concat_ws(':', r.role, d.slug), '(from ' || r.valid_from || ')', '(until ' || r.valid_to || ')') from account_role r left join actor d on d.id = r.department_id where r.account_id = a.id order by r.id) as roles
      from account a order by a.username collate "sv-x-icu"`,
});

/** Lists every account, disabled ones too. */
@Injectable()
export class AccountListQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
  ) {}

  async all(by: Principal): Promise<AccountLine[]> {
    this.permissions.require(by, 'account.manage');
    return this.statements.rows<AccountLine>(ALL);
  }
}
