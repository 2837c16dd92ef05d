/** Which row of history a statement reads: its table and, in SQL, its key as a masking names it. */
export interface ShownRow {
  readonly alias: string;
  readonly table: string;
  readonly key: string;
}

const masksOf = ({ table, key }: ShownRow): string => `from masked m where m.table_name = '${table}' and m.row_key = ${key}`;

/** SQL: a text of a row of history, or what stands in its place while it is hidden. Repositories need no such thing: see masking/masked-reading.ts. */
export const shownText = (row: ShownRow, column: string): string =>
  `coalesce((select m.note ${masksOf(row)} and m.field = '${column}'), ${row.alias}.${column})`;

/** SQL: what stands in the place of each hidden field of a row of history, by field; null while nothing is hidden. Read once, where many fields are shown. */
export const notesOn = (row: ShownRow): string => `(select jsonb_object_agg(m.field, m.note) ${masksOf(row)})`;

/** SQL: a name of an actor that was read `asKnown`. */
export const actorName = (alias: string, column: 'name_sv' | 'name_en'): string =>
  shownText({ alias, table: 'actor_revision', key: `${alias}.actor_id || '/' || ${alias}.revision` }, column);

/** SQL: the name in the languages it exists in, as JSON. */
export const actorNames = (alias: string): string =>
  `json_strip_nulls(json_build_object('sv', ${actorName(alias, 'name_sv')}, 'en', ${actorName(alias, 'name_en')}))`;
