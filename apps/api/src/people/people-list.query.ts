import { Injectable } from '@nestjs/common';
import { PEOPLE_SORTS, type PeopleList, type PeopleQuery } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { idleSince } from '../identity/session.repository.js';
import { statement, Statements, type Statement } from '../platform/statements.js';
import { IS_PERSON, listedPerson, PERSON, type PersonLine } from './person-columns.js';

type Sort = (typeof PEOPLE_SORTS)[number];

const ORDERS: Readonly<Record<Sort, string>> = {
  name: 'name collate "sv-x-icu"',
  email: `coalesce(email, '') collate "sv-x-icu"`,
  state: `array_position(array['invited', 'active', 'disabled'], state)`,
  sessions: 'sessions',
};

/** $1 and $2: sessions go on that were not over and seen since; $3 patterns of every word, $4 limit, $5 offset. */
const listing = (sort: Sort, direction: 'asc' | 'desc'): Statement =>
  statement({
    name: `people.by-${sort}-${direction}`,
    text: `
      select p.*
        from (select ${PERSON},
                     (select count(*)::int from session s where s.account_id = a.id and s.expires_at > $1 and s.last_seen_at > $2) as sessions
                from account a where ${IS_PERSON} and lower(concat_ws(' ', a.name, a.username, a.email)) like all($3)) p
       order by ${ORDERS[sort]} ${direction}, name collate "sv-x-icu", id limit $4 offset $5`,
  });
const LISTS = new Map(
  PEOPLE_SORTS.flatMap((sort) => [[`${sort} 0`, listing(sort, 'asc')] as const, [`${sort} 1`, listing(sort, 'desc')] as const]),
);
const COUNT = statement({
  name: 'people.count',
  text: `select count(*)::int as total from account a where ${IS_PERSON} and lower(concat_ws(' ', a.name, a.username, a.email)) like all($1)`,
});

/** People with accounts, as administrators look for them. */
@Injectable()
export class PeopleListQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
  ) {}

  async list({ account, at }: Acting, { q, sort, falling, limit, offset }: PeopleQuery): Promise<PeopleList> {
    this.permissions.require(account, 'account.manage');
    const patterns = patternsOf(q);
    const reading = LISTS.get(`${sort} ${falling}`);
    if (!reading) throw new Error(`Nothing is listed by ${sort}`);
    const lines = await this.statements.rows<PersonLine & { sessions: number }>(reading, [
      at,
      idleSince(new Date(at)),
      patterns,
      limit,
      offset,
    ]);
    const [counted] = await this.statements.rows<{ total: number }>(COUNT, [patterns]);
    return { items: lines.map((line) => listedPerson(line, line.sessions)), total: counted?.total ?? 0 };
  }
}

/** One pattern of SQL's LIKE per word; no word finds everybody. */
function patternsOf(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? ['%'] : words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
}
