import { snake } from './naming.js';

type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;

/** The properties of a row that are columns: a relation is there only where a read asks for it. */
type ColumnKey<Row> = { [Key in keyof Row]-?: undefined extends Row[Key] ? never : Key & string }[keyof Row];

/** A table's columns as SQL gives them back (`select t.*`), derived from its row class: a column that is renamed there fails to compile. */
export type ColumnsOf<Row> = { readonly [Key in keyof Row as undefined extends Row[Key] ? never : Snake<Key & string>]: Row[Key] };

/** Columns as a statement selects them: their list, to be written into its text, and what each line holds of them. */
export interface Columns<Line> {
  toString(): string;
  /** Never there; it keeps the type. */
  readonly line?: Line;
}

/** What a statement gives of these columns. */
export type LineOf<Selected> = Selected extends Columns<infer Line> ? Line : never;

/** The columns of a row's table under an alias of the statement: `columns(EntryRow, 'e', 'id', 'periodEnd')` is `e.id, e.period_end`. */
export function columns<Row, Key extends ColumnKey<Row>>(
  row: abstract new () => Row,
  alias: string,
  ...keys: readonly Key[]
): Columns<Pick<ColumnsOf<Row>, Snake<Key> & keyof ColumnsOf<Row>>> {
  const list = keys.map((key) => `${alias}.${snake(key)}`).join(', ');
  return { toString: () => list };
}
