import { Injectable } from '@nestjs/common';
import type { MachineKey, MachineKeyList } from '@slusen/contracts';
import type { Instant } from '@slusen/domain';
import { asKnown } from '../../platform/as-of.js';
import { columns, type LineOf } from '../../platform/columns-of.js';
import { localizedOf } from '../../platform/localized-of.js';
import { actorName } from '../../platform/shown-text.js';
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
           (select coalesce(json_agg(json_build_object('slug', d.slug, 'sv', ${actorName('d', 'name_sv')}, 'en', ${actorName('d', 'name_en')}) order by d.slug), '[]')
              from account_role r join ${asKnown('actor')} d on d.id = r.department_id where r.account_id = a.id) as departments
      from machine_key k join account a on a.id = k.account_id order by a.username collate "sv-x-icu", k.id`,
});

/** A key as it is listed: whose it is and since when, and nothing by which it could be used. */
export type MachineKeyLine = LineOf<typeof KEY> &
  LineOf<typeof ACCOUNT> & { readonly departments: readonly { slug: string; sv: string; en: string | null }[] };

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

  /** The same as a page shows them. */
  async shown(by: Principal, at: Instant): Promise<MachineKeyList> {
    return { items: (await this.all(by)).map((line) => shownKey(line, new Date(at))) };
  }
}

function shownKey(line: MachineKeyLine, now: Date): MachineKey {
  const { id, username, name, created_at: createdAt, expires_at: expiresAt, revoked_at: revokedAt, last_used_at: lastUsedAt } = line;
  return {
    ...{ id, username, name },
    departments: line.departments.map(({ sv, en }) => localizedOf(sv, en)),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    isGood: !revokedAt && !line.disabled_at && expiresAt > now,
  };
}
