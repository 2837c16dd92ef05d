import type pg from 'pg';
import type { Check, Faults } from './check.js';
import { disposedParts, type DisposedPart } from './disposed.js';
import { readSealed, type Digest } from './sealed.js';

/** Disposals of which the audit event of their transaction says nothing, or something else. */
const UNTOLD = `
  select d.id from disposal d left join audit_event a on a.record_id = d.record_id
   where a.payload is null
      or case when d.kind = 'leaver' then a.payload::jsonb ->> 'action' is distinct from 'account.pseudonymise'
                                       or a.payload::jsonb ->> 'subject' is distinct from 'account:' || d.account_id
              else a.payload::jsonb ->> 'action' is distinct from 'disposal.carry-out' or a.payload::jsonb #>> '{facts,kind}' is distinct from d.kind end
      or a.payload::jsonb ->> 'by' is distinct from d.by_id::text
      or a.payload::jsonb #> '{facts,decision}' is distinct from
         jsonb_build_object('body', d.body, 'decidedOn', to_char(d.decided_on, 'YYYY-MM-DD'), 'reference', d.reference)
   order by d.id`;

/** Parts that stand in another transaction than their disposal. */
const STRAY = `
  select p.id, p.disposal_id from disposal_part p join disposal d on d.id = p.disposal_id where p.record_id <> d.record_id order by p.id`;

/** Pseudonyms without a disposal, and disposals whose person still has a name. */
const NAMED = `
  select a.id from account a where (a.pseudonymised_at is not null) <> exists (select from disposal d where d.account_id = a.id)
      or a.pseudonymised_at is not null and (a.email is not null or a.password_hash is not null or a.disabled_at is null or a.name not like 'Tidigare användare %')
   order by a.id`;

/** What was removed was removed by a decision that the trail tells of, from what was sealed, and nothing more than it says. */
export const disposalsCheck: Check = {
  name: 'what is gone was removed by a decision',
  async run(client, faults) {
    for (const { id } of (await client.query<{ id: number }>(UNTOLD)).rows)
      faults.add(`disposal ${id}`, 'the audit trail does not tell of it, or otherwise');
    for (const { id, disposal_id } of (await client.query<{ id: number; disposal_id: number }>(STRAY)).rows)
      faults.add(`disposal ${disposal_id}`, `its part ${id} was written in another transaction`);
    for (const { id } of (await client.query<{ id: string }>(NAMED)).rows)
      faults.add(`account ${id}`, 'it is no pseudonym as its disposal made it, or one without a disposal');
    const { rows } = await client.query<{ looked: number }>('select count(*)::int as looked from disposal');
    return (rows[0]?.looked ?? 0) + (await checkParts(client, faults));
  },
};

/** Each begins with what was sealed, or where the one before it ended. */
async function checkParts(client: pg.ClientBase, faults: Faults): Promise<number> {
  const parts = await disposedParts(client);
  const sealed = await sealedOf(client, parts);
  const standing = new Map<string, Digest>();
  for (const { disposal, table, key, before, after } of parts) {
    const name = `${table} ${key}`;
    // An entry is under no record: what it said last stands in its event.
    const was = standing.get(name) ?? (table === 'entry' ? before : sealed.get(name));
    if (was?.count !== before.count || was.sha256 !== before.sha256)
      faults.add(`disposal ${disposal}`, `what it says it found in ${table} of record ${key} is not what was sealed`);
    if (after.count > before.count) faults.add(`disposal ${disposal}`, `it left more in ${table} of record ${key} than it found`);
    standing.set(name, after);
  }
  return parts.length;
}

async function sealedOf(client: pg.ClientBase, parts: readonly DisposedPart[]): Promise<ReadonlyMap<string, Digest>> {
  const records = [...new Set(parts.filter(({ table }) => table !== 'entry').map(({ key }) => key))];
  const { rows } = await client.query<{ key: string; sealed: string | null; hash: string }>(
    `select record_id::text as key, sealed, encode(hash, 'hex') as hash from audit_event where record_id = any($1::bigint[])`,
    [records],
  );
  return new Map(
    rows.flatMap(({ key, sealed, hash }) => [
      [`audit_event ${key}`, { count: 1, sha256: hash }] as const,
      ...Object.entries(readSealed(sealed)?.rows ?? {}).map(([table, digest]) => [`${table} ${key}`, digest] as const),
    ]),
  );
}
