/** Which row of history a statement reads: its table and, in SQL, its key as a masking names it. */
export interface ShownRow {
  readonly alias: string;
  readonly table: string;
  readonly key: string;
}

const maskOf = ({ table, key }: ShownRow, column: string): string =>
  `from masked m where m.table_name = '${table}' and m.row_key = ${key} and m.field = '${column}'`;

/** SQL: whether a field of a row of history is hidden. */
export const isHidden = (row: ShownRow, column: string): string => `exists (select ${maskOf(row, column)})`;

/** SQL: what stands in the place of a field of a row of history; null while it is shown, and of a link. */
export const noteOn = (row: ShownRow, column: string): string => `(select m.note ${maskOf(row, column)})`;

/** SQL: a text of a row of history, or what stands in its place while it is hidden. Repositories need no such thing: see masking/masked-reading.ts. */
export const shownText = (row: ShownRow, column: string): string => `coalesce(${noteOn(row, column)}, ${row.alias}.${column})`;

/** SQL: a name of an actor that was read `asKnown`. */
export const actorName = (alias: string, column: 'name_sv' | 'name_en'): string =>
  shownText({ alias, table: 'actor_revision', key: `${alias}.actor_id || '/' || ${alias}.revision` }, column);
