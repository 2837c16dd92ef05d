import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditList, AuditSearch } from '@slusen/contracts';
import { addDays, endOfStockholmDay } from '@slusen/domain';
import type { Principal } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { statement, Statements } from '../platform/statements.js';
import { auditEntryOf, type AuditLine } from './audit-event-view.js';

const AT_A_TIME = 1000;

/** A person as the trail names them, by the alias of their account. */
const person = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'username', ${alias}.username, 'name', ${alias}.name) end`;

/**
 * $1 who, $2 about what: parts of texts, matched as they are; $3 from and $4 to: moments. An event about an account is found by that
 * account's name, which does not stand in it.
 */
const FOUND = `
  from audit_event e join record r on r.id = e.record_id
  cross join lateral (select e.payload::jsonb ->> 'by' as by_id, e.payload::jsonb ->> 'subject' as subject) told
  left join account who on who.id::text = told.by_id
  left join account about on told.subject = 'account:' || about.id::text
 where ($1::text is null or strpos(lower(who.name || ' ' || who.username), lower($1)) > 0)
   and ($2::text is null or strpos(lower(e.payload), lower($2)) > 0 or strpos(lower(about.name || ' ' || about.username), lower($2)) > 0)
   and ($3::timestamptz is null or r.at > $3) and ($4::timestamptz is null or r.at <= $4)`;

const COUNT = statement({ name: 'audit.count', text: `select count(*)::int as total ${FOUND}` });
const PAGE = statement({
  name: 'audit.page',
  text: `
    select r.seq, r.at, e.payload, ${person('who')} as by, ${person('about')} as account ${FOUND}
       and ($7::bigint is null or r.seq < $7)
     order by r.seq desc limit $5 offset $6`,
});

/** Which part of what was found. */
export interface AuditPart {
  readonly limit: number;
  readonly offset: number;
}

/** Searches in the trail: who did what when, and what was before and after. */
@Injectable()
export class AuditQuery {
  constructor(
    private readonly statements: Statements,
    private readonly permissions: Permissions,
  ) {}

  async page(acting: Principal, search: AuditSearch, { limit, offset }: AuditPart): Promise<AuditList> {
    this.permissions.require(acting, 'audit.read');
    const [count] = await this.statements.rows<{ total: number }>(COUNT, valuesOf(search));
    return { items: await this.read(search, { limit, offset }), total: count?.total ?? 0 };
  }

  /** Everything that is found, read in parts, so that years of it need no more memory than a day; asked for the right before the first one. */
  all(acting: Principal, search: AuditSearch): AsyncGenerator<AuditEntry> {
    this.permissions.require(acting, 'audit.read');
    return this.everything(search);
  }

  private async *everything(search: AuditSearch): AsyncGenerator<AuditEntry> {
    let before: number | undefined;
    for (;;) {
      const part = await this.read(search, { limit: AT_A_TIME, offset: 0 }, before);
      yield* part;
      before = part.at(-1)?.seq;
      if (part.length < AT_A_TIME) return;
    }
  }

  private async read(search: AuditSearch, { limit, offset }: AuditPart, before?: number): Promise<AuditEntry[]> {
    const lines = await this.statements.rows<AuditLine>(PAGE, [...valuesOf(search), limit, offset, before ?? null]);
    return lines.map(auditEntryOf);
  }
}

/** Days are whole ones in Stockholm: from the end of the day before the first to the end of the last. */
function valuesOf({ who, about, from, to }: AuditSearch): unknown[] {
  return [who || null, about || null, from ? endOfStockholmDay(addDays(from, -1)) : null, to ? endOfStockholmDay(to) : null];
}
