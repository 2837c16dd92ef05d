import pg from 'pg';
import { BackupError, type TableEntry } from './manifest.js';

/**
 * Signed-in sessions, ways to the provider, counted attempts, kept answers and the code of a first start are short-lived: after a restore
 * everyone signs in again. So are mails and the links in them, which let somebody in and are to be found in no copy: whoever was invited is
 * invited anew.
 */
const LEFT_OUT = ['session', 'finished_trip', 'sign_in_attempt', 'idempotency_key', 'set_up_code', 'mail', 'password_link'];
/** Made by the migrations themselves, so the manifest names its rows instead of copying them. */
export const MIGRATION_TABLE = 'migration';

/** A table as it is copied: its columns in their order, and what decides the order of its rows. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly orderedBy: readonly string[];
}

const TABLES = `
  select c.relname as name,
         array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
         coalesce((select array_agg(a.attname::text order by k.position) from pg_index x, unnest(x.indkey) with ordinality k(attnum, position)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where x.indrelid = c.oid and x.indisprimary), '{}') as "orderedBy",
         array(select distinct confrelid::regclass::text from pg_constraint where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as needs
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)
   order by c.relname`;

/** Every table that a backup holds, what is referred to before what refers to it. */
export async function copiedTables(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { needs: string[] }>(TABLES, [[...LEFT_OUT, MIGRATION_TABLE]]);
  const ordered: typeof rows = [];
  const waiting = new Set(rows);
  while (waiting.size > 0) {
    const names = new Set([...waiting].map(({ name }) => name));
    const next = [...waiting].find(({ needs }) => !needs.some((need) => names.has(need)));
    if (!next) throw new BackupError(`Tables refer to each other in a circle: ${[...names].join(', ')}.`);
    ordered.push(next);
    waiting.delete(next);
  }
  return ordered;
}

/** Rows as text, the same bytes for the same contents whatever the server: the settings of `plainSession` are part of it. */
export function copyOut({ name, columns, orderedBy }: CopiedTable): string {
  const order = orderedBy.length > 0 ? ` order by ${listed(orderedBy)}` : '';
  return `copy (select ${listed(columns)} from public.${pg.escapeIdentifier(name)}${order}) to stdout`;
}

export function copyIn({ name, columns }: Pick<TableEntry, 'name' | 'columns'>): string {
  return `copy public.${pg.escapeIdentifier(name)} (${listed(columns)}) from stdin`;
}

/** Makes a session write and read values in one way; within a transaction. */
export async function plainSession(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex';
    set local extra_float_digits = 1; set local client_encoding = 'UTF8'; set local search_path = public, pg_temp; set local statement_timeout = 0;
    set local idle_in_transaction_session_timeout = 0`);
}

/** The names of the migrations that were run, in their order. */
export async function migrationNames(client: pg.ClientBase): Promise<string[]> {
  const there = await client.query(`select to_regclass('public.${MIGRATION_TABLE}') as found`);
  if ((there.rows[0] as { found: string | null }).found === null) return [];
  return (await client.query<{ name: string }>(`select name from ${MIGRATION_TABLE} order by id`)).rows.map(({ name }) => name);
}

const SEQUENCES = `
  select sequencename::text as name from pg_sequences
   where schemaname = 'public' and sequencename not like '${MIGRATION_TABLE}\\_%' order by sequencename`;

/** Every counter with what it last gave out. Read after the tables: counters know no snapshot, and must not lie behind the rows. */
export async function readSequences(client: pg.ClientBase): Promise<{ name: string; last: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES);
  const found = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from public.${pg.escapeIdentifier(name)}`,
    );
    const [value] = values;
    if (value) found.push({ name, ...value });
  }
  return found;
}

const listed = (columns: readonly string[]): string => columns.map((column) => pg.escapeIdentifier(column)).join(', ');
