import pg from 'pg';
import type { Check, Faults } from './check.js';
import { streamed } from './cursor.js';
import { disposedParts } from './disposed.js';
import { recordedTables } from './history-tables.js';
import { digestsSql, OF_NOTHING, readAdoption, readSealed, type Digest } from './sealed.js';

/** What the trail says of one record. */
interface Told {
  readonly seq: number;
  /** `import.run import-run:3`. */
  readonly name: string;
  /** Undefined in events older than digests. */
  readonly rows: Readonly<Record<string, Digest>> | undefined;
}

/** Everything recorded up to and with this place was taken into the chain at once. */
interface Adoption {
  readonly seq: number;
  readonly tables: Readonly<Record<string, Digest>>;
}

interface Trail {
  readonly records: ReadonlyMap<string, Told>;
  readonly adoption: Adoption | undefined;
}

/** Every row of history is the one that was hashed into the chain when its transaction was sealed; there is none more and none less. */
export const sealedRowsCheck: Check = {
  name: 'every row is the one that was sealed',
  async run(client, faults) {
    const trail = await readTrail(client, faults);
    const tables = await recordedTables(client);
    let looked = 0;
    if (trail.adoption) await checkAdopted(client, { adoption: trail.adoption, tables }, faults);
    for (const table of tables) looked += await checkTable(client, { table, trail }, faults);
    for (const { name, seq, rows } of trail.records.values()) {
      for (const table of Object.keys(rows ?? {}).filter((one) => !tables.includes(one)))
        faults.add(`record ${seq} (${name}), ${table}`, 'rows were sealed, but the table is not there');
    }
    return looked;
  },
};

async function readTrail(client: pg.ClientBase, faults: Faults): Promise<Trail> {
  const records = new Map<string, Told>();
  let adoption: Adoption | undefined;
  let last: Told | undefined;
  type Line = { seq: number; record: string; payload: string; sealed: string | null };
  for await (const { seq, record, payload, sealed } of streamed<Line>(
    client,
    'select r.seq, r.id::text as record, a.payload, a.sealed from audit_event a join record r on r.id = a.record_id order by r.seq',
  )) {
    const tables = readAdoption(payload);
    // Whoever could adopt a second time could change what was sealed the first time.
    if (tables && (last?.rows || adoption)) faults.add(`audit event ${seq}`, 'it adopts rows that were sealed already');
    else if (tables) adoption = { seq, tables };
    last = { seq, name: nameOf(payload), rows: sealed === null ? undefined : (readSealed(sealed)?.rows ?? {}) };
    records.set(record, last);
  }
  for (const { table, key, after } of await disposedParts(client)) {
    const told = records.get(key);
    if (told?.rows?.[table]) records.set(key, { ...told, rows: rowsLeft(told.rows, table, after) });
  }
  const [first] = records.values();
  if (first && !first.rows && last?.rows && !adoption)
    faults.add('the trail', 'what was recorded before rows were sealed was never taken into it');
  return { records, adoption };
}

/** What is sealed of a record once a disposal reduced it; of a table of which nothing is left, nothing. */
function rowsLeft(rows: Readonly<Record<string, Digest>>, table: string, after: Digest): Readonly<Record<string, Digest>> {
  const others = Object.entries(rows).filter(([name]) => name !== table);
  return Object.fromEntries(after.count === 0 ? others : [...others, [table, after] as const]);
}

function nameOf(payload: string): string {
  try {
    const { action, subject } = JSON.parse(payload) as { action?: unknown; subject?: unknown };
    return `${String(action)} ${String(subject)}`;
  } catch {
    return 'unreadable';
  }
}

async function checkAdopted(
  client: pg.ClientBase,
  { adoption, tables }: { adoption: Adoption; tables: readonly string[] },
  faults: Faults,
): Promise<void> {
  for (const [table, digest] of Object.entries(adoption.tables)) {
    const where = `what was recorded up to ${adoption.seq}, ${table}`;
    if (table !== 'record' && !tables.includes(table)) faults.add(where, 'rows were sealed, but the table is not there');
    else report(faults, where, { sealed: digest, found: await adoptedDigest(client, table, adoption.seq) });
  }
}

/** Of no rows at all the digest is that of nothing. */
async function adoptedDigest(client: pg.ClientBase, table: string, seq: number): Promise<Digest> {
  const where = table === 'record' ? 't.seq < $1' : 't.record_id in (select id from record where seq <= $1)';
  const sql = digestsSql({ table, isNumbered: await isNumbered(client, table), isByRecord: false, where });
  const { rows } = await client.query<Digest>(sql, [seq]);
  return rows[0] ?? { count: 0, sha256: OF_NOTHING };
}

/** Compares each record's rows of one table with what was sealed; returns how many rows there are. */
async function checkTable(client: pg.ClientBase, { table, trail }: { table: string; trail: Trail }, faults: Faults): Promise<number> {
  const missing = new Map([...trail.records].filter(([, { rows }]) => rows?.[table] !== undefined));
  let looked = 0;
  type Line = Digest & { record: string };
  for await (const { record, ...found } of streamed<Line>(
    client,
    digestsSql({ table, isNumbered: await isNumbered(client, table), isByRecord: true }),
  )) {
    looked += found.count;
    const told = trail.records.get(record);
    missing.delete(record);
    if (told && trail.adoption && told.seq <= trail.adoption.seq) continue;
    report(faults, told ? `record ${told.seq} (${told.name}), ${table}` : `record with id ${record}, ${table}`, {
      sealed: told?.rows?.[table],
      found,
    });
  }
  for (const { seq, name, rows } of missing.values())
    report(faults, `record ${seq} (${name}), ${table}`, { sealed: rows?.[table], found: undefined });
  return looked;
}

async function isNumbered(client: pg.ClientBase, table: string): Promise<boolean> {
  const { rowCount } = await client.query(`select from pg_attribute where attrelid = to_regclass($1) and attname = 'id'`, [
    pg.escapeIdentifier(table),
  ]);
  return rowCount === 1;
}

function report(faults: Faults, where: string, { sealed, found }: { sealed: Digest | undefined; found: Digest | undefined }): void {
  if (!sealed) return faults.add(where, `${rowsText(found?.count)} there that nothing sealed`);
  if (sealed.count !== (found?.count ?? 0)) return faults.add(where, `${sealed.count} rows were sealed, ${rowsText(found?.count)} there`);
  if (sealed.sha256 !== found?.sha256) faults.add(where, `one or more of its ${sealed.count} rows are not what was sealed`);
}

const rowsText = (count = 0): string => (count === 1 ? '1 row is' : `${count} rows are`);
