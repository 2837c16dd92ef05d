import type { NotedDisposal } from '../../disposal/disposal-log.js';
import { newClient } from '../../platform/connection.js';
import { instantText } from '../verify/sealed.js';

const THERE = `select to_regclass('public.disposal') is not null as is_there`;
const DISPOSALS = `
  select ${instantText('r.at')} as at, d.kind, concat_ws(' ', d.body, d.decided_on, d.reference) as decision,
         coalesce('account ' || d.account_id, 'before ' || d.before_day, (select string_agg(concat_ws(' ', m.table_name, m.row_key, m.field), ', ' order by m.id) from masking m where m.id = any (d.maskings))) as about
    from disposal d join record r on r.id = d.record_id order by d.id`;

/** What was removed by decisions as a database tells it; nothing of one that has no such table yet. */
export async function disposalsIn(ownerUrl: string): Promise<NotedDisposal[]> {
  const client = newClient(ownerUrl, { application_name: 'slusen-restore' });
  await client.connect();
  try {
    const { rows } = await client.query<{ is_there: boolean }>(THERE);
    return rows[0]?.is_there ? (await client.query<NotedDisposal>(DISPOSALS)).rows : [];
  } finally {
    await client.end();
  }
}

/** Those that were known and that what was restored does not tell of: what they removed is there again, unless it was removed anew. */
export function undone(known: readonly NotedDisposal[], restored: readonly NotedDisposal[]): NotedDisposal[] {
  const kept = new Set(restored.map(sameness));
  const lost = new Map(known.filter((one) => !kept.has(sameness(one))).map((one) => [sameness(one), one]));
  return [...lost.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** One that was done again is the same, whenever that was. */
const sameness = ({ kind, decision, about }: NotedDisposal): string =>
  JSON.stringify([kind, decision, about.split(', ').sort((a, b) => a.localeCompare(b))]);
