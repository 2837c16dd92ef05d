type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;

/** A table's columns as SQL gives them back (`select t.*`), derived from its row class: a column that is renamed there fails to compile. */
export type ColumnsOf<Row> = { readonly [Key in keyof Row as undefined extends Row[Key] ? never : Snake<Key & string>]: Row[Key] };
