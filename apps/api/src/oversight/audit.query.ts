import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditList, AuditSearch } from '@slusen/contracts';
import { addDays, endOfStockholmDay, upperFirst } from '@slusen/domain';
import type { Principal } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { statement, Statements } from '../platform/statements.js';
import { auditEntryOf, type AuditLine } from './audit-event-view.js';

const AT_A_TIME = 1000;

/** A person as the trail names them, by the alias of their account. */
const person = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'username', ${alias}.username, 'name', ${alias}.name) end`;

const PEOPLE = statement({
  name: 'audit.people',
  text: `select id::text from account where strpos(lower(name || ' ' || username), lower($1)) > 0 limit 200`,
});

/**
 * $1 what an event of those who did it holds; $2 what it is about in the ways that it is written, or what an event about such an account ends
 * with; $3 whether that is asked at all; $4 from and $5 to: moments; $6 how many, $7 before which. The payload is canonical JSON, so what is looked for stands in it to the letter; it
 * is read as JSON only where it is shown.
 */
const PAGE = statement({
  name: 'audit.page',
  text: `
    with found as (
      select r.seq, r.at, e.payload from record r join audit_event e on e.record_id = r.id
       where ($1::text[] is null or exists (select from unnest($1::text[]) one where strpos(e.payload, one) > 0))
         and (not $3 or exists (select from unnest($2::text[]) one where strpos(e.payload, one) > 0))
         and ($4::timestamptz is null or r.at > $4) and ($5::timestamptz is null or r.at <= $5) and ($7::bigint is null or r.seq < $7)
       order by r.seq desc limit $6)
    select f.seq, f.at, f.payload, ${person('who')} as by, ${person('about')} as account,
           (select json_agg(${person('away')} order by away.name) from account away where told.away ? away.id::text) as away
      from found f
      cross join lateral (select f.payload::jsonb ->> 'by' as by_id, f.payload::jsonb ->> 'subject' as subject, f.payload::jsonb -> 'inPlaceOf' as away) told
      left join account who on who.id::text = told.by_id
      left join account about on 'account:' || about.id::text = told.subject
     order by f.seq desc`,
});

/** How many, and before which place in the chain: what came since the first part was read moves nothing. */
export interface AuditPart {
  readonly limit: number;
  readonly before?: number | undefined;
}

/** Searches in the trail: who did what when, and what was before and after. */
@Injectable()
export class AuditQuery {
  constructor(
    private readonly statements: Statements,
    private readonly permissions: Permissions,
  ) {}

  async page(acting: Principal, search: AuditSearch, { limit, before }: AuditPart): Promise<AuditList> {
    this.permissions.require(acting, 'audit.read');
    const items = await this.read(await this.found(search), { limit: limit + 1, before });
    return { items: items.slice(0, limit), isMore: items.length > limit };
  }

  /** Everything that is found, read in parts, so that years of it need no more memory than a day; asked for the right before the first one. */
  all(acting: Principal, search: AuditSearch): AsyncGenerator<AuditEntry> {
    this.permissions.require(acting, 'audit.read');
    return this.everything(search);
  }

  private async *everything(search: AuditSearch): AsyncGenerator<AuditEntry> {
    const found = await this.found(search);
    let before: number | undefined;
    for (;;) {
      const part = await this.read(found, { limit: AT_A_TIME, before });
      yield* part;
      before = part.at(-1)?.seq;
      if (part.length < AT_A_TIME) return;
    }
  }

  private async read(found: readonly unknown[], { limit, before }: AuditPart): Promise<AuditEntry[]> {
    const lines = await this.statements.rows<AuditLine>(PAGE, [...found, limit, before ?? null]);
    return lines.map(auditEntryOf);
  }

  /** Days are whole ones in Stockholm: from the end of the day before the first to the end of the last. */
  private async found({ who, about, from, to }: AuditSearch): Promise<unknown[]> {
    const [doers, told] = [who ? await this.people(who) : null, about ? await this.people(about) : []];
    return [
      doers && doers.map((id) => `,"by":"${id}",`),
      [...(about ? spellings(about) : []), ...told.map((id) => `,"subject":"account:${id}"}`)],
      Boolean(about),
      from ? endOfStockholmDay(addDays(from, -1)) : null,
      to ? endOfStockholmDay(to) : null,
    ];
  }

  private async people(named: string): Promise<string[]> {
    return (await this.statements.rows<{ id: string }>(PEOPLE, [named])).map(({ id }) => id);
  }
}

/** A word as it is typed, and as it stands in the midst, at the beginning and in a heading: to make every event small would take seconds. */
function spellings(text: string): string[] {
  const small = text.toLowerCase();
  const written = [text, small, upperFirst(small), text.toUpperCase()];
  // Within JSON: what needs an escape is looked for with it.
  return [...new Set(written)].map((one) => JSON.stringify(one).slice(1, -1));
}
