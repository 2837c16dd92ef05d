import { Injectable } from '@nestjs/common';
import { columns, type LineOf } from '../../platform/columns-of.js';
import { statement, Statements } from '../../platform/statements.js';
import { AccountRow } from '../account.row.js';
import type { Principal } from '../account.js';
import { Permissions } from '../permissions.js';
import { MachineKeyRow } from './machine-key.row.js';

const KEY = columns(MachineKeyRow, 'k', 'id', 'createdAt', 'expiresAt', 'revokedAt', 'lastUsedAt');
const ACCOUNT = columns(AccountRow, 'a', 'username', 'name', 'disabledAt');

const ALL = statement({
  name: 'machine-key.list',
  text: `
    select ${KEY}, ${ACCOUNT},
           array(select d.slug from account_role r join actor d on d.id = r.department_id where r.account_id = a.id order by d.slug) as departments
      from machine_key k join account a on a.id = k.account_id order by a.username collate "sv-x-icu", k.id`,
});

/** A key as it is listed: whose it is and since when, and nothing by which it could be used. */
export type MachineKeyLine = LineOf<typeof KEY> & LineOf<typeof ACCOUNT> & { readonly departments: readonly string[] };

/** Lists every key there ever was. */
@Injectable()
export class MachineKeyListQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
  ) {}

  all(by: Principal): Promise<MachineKeyLine[]> {
    this.permissions.require(by, 'account.manage-machines');
    return this.statements.rows<MachineKeyLine>(ALL);
  }
}
