/** Which row of history a statement reads: its table and, in SQL, its key as a masking names it. */
export interface ShownRow {
  readonly alias: string;
  readonly table: string;
  readonly key: string;
}

/** SQL: a text of a row of history, or what stands in its place while it is hidden. Repositories need no such thing: see masking/masked-reading.ts. */
export function shownText({ alias, table, key }: ShownRow, column: string): string {
  const note = `select m.note from masked m where m.table_name = '${table}' and m.row_key = ${key} and m.field = '${column}'`;
  return `coalesce((${note}), ${alias}.${column})`;
}

/** SQL: a name of an actor that was read `asKnown`. */
export const actorName = (alias: string, column: 'name_sv' | 'name_en'): string =>
  shownText({ alias, table: 'actor_revision', key: `${alias}.actor_id || '/' || ${alias}.revision` }, column);
