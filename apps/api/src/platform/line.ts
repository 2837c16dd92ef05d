type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;

/** A row as a statement answers it, its columns in snake_case: a renamed column fails to compile wherever it is read. */
export type Line<Row> = { [Key in keyof Row as Snake<Key & string>]: Row[Key] };
