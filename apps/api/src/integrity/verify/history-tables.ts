import type pg from 'pg';

const RECORDED = `
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname = 'record_id' and not a.attisdropped
     and c.relname <> 'audit_event'
   order by c.relname collate "C"`;

/** Tables in which every row points to the record of its transaction: the database's own list, so that a new one is never forgotten. */
export async function recordedTables(client: pg.ClientBase): Promise<string[]> {
  return (await client.query<{ name: string }>(RECORDED)).rows.map(({ name }) => name);
}

/** Tables in which nothing recorded is ever changed or removed; the migrations make them so, `verify` sees that they still are. */
export async function appendOnlyTables(client: pg.ClientBase): Promise<string[]> {
  return [...(await recordedTables(client)), 'audit_event', 'record', 'recording'];
}

/** Rows that the program locks while it numbers revisions, for which PostgreSQL asks the right to change them; the trigger refuses the change. */
export const LOCKED_TABLES: readonly string[] = ['series_head'];
