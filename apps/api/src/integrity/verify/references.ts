import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Check, Faults } from './check.js';

/** A column that names a row of another table. */
interface Reference {
  readonly table: string;
  readonly column: string;
  readonly other: string;
  readonly key: string;
}

const CONSTRAINT = `
  select 1 from pg_constraint
   where contype = 'f' and convalidated and conrelid = to_regclass($1) and confrelid = to_regclass($3)
     and conkey = array[(select attnum from pg_attribute where attrelid = to_regclass($1) and attname = $2)]`;

/** Nothing names a row that is not there, and the database still refuses that it should. */
export function referencesCheck(dataSource: DataSource): Check {
  return {
    name: 'nothing refers to what is not there',
    async run(client, faults) {
      const references = statedBy(dataSource);
      for (const reference of references) await checkReference(client, reference, faults);
      return references.length;
    },
  };
}

async function checkReference(client: pg.ClientBase, { table, column, other, key }: Reference, faults: Faults): Promise<void> {
  const quoted = {
    table: pg.escapeIdentifier(table),
    column: pg.escapeIdentifier(column),
    other: pg.escapeIdentifier(other),
    key: pg.escapeIdentifier(key),
  };
  const { rows } = await client.query<{ named: string; count: string }>(`
    select r.${quoted.column}::text as named, count(*)::text as count from ${quoted.table} r
     where r.${quoted.column} is not null and not exists (select 1 from ${quoted.other} o where o.${quoted.key} = r.${quoted.column})
     group by 1 order by 1`);
  for (const { named, count } of rows)
    faults.add(`${table}.${column} = ${named}`, `${count} rows refer to it, but ${other} has no such row`);
  const guards = await client.query(CONSTRAINT, [quoted.table, column, quoted.other]);
  if (guards.rowCount === 0) faults.add(`${table}.${column}`, `the database no longer checks that it names a row of ${other}`);
}

/** The references that the row classes state. */
function statedBy(dataSource: DataSource): Reference[] {
  return dataSource.entityMetadatas.flatMap(({ foreignKeys }) =>
    foreignKeys.map(({ entityMetadata, columns, referencedEntityMetadata, referencedColumns }) => ({
      table: entityMetadata.tableName,
      column: columns[0]?.databaseName ?? '',
      other: referencedEntityMetadata.tableName,
      key: referencedColumns[0]?.databaseName ?? '',
    })),
  );
}
