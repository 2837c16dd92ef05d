import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Check, Faults } from './check.js';

/** Columns that together name a row of another table, each with the column of the key that it holds. */
interface Reference {
  readonly table: string;
  readonly other: string;
  readonly columns: readonly (readonly [column: string, key: string])[];
}

const CONSTRAINT = `
  select 1 from pg_constraint
   where contype = 'f' and convalidated and conrelid = to_regclass($1) and confrelid = to_regclass($3)
     and conkey = (select array_agg(a.attnum order by named.place) from unnest($2::text[]) with ordinality named (attname, place)
                     join pg_attribute a on a.attrelid = to_regclass($1) and a.attname = named.attname)`;

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

async function checkReference(client: pg.ClientBase, { table, other, columns }: Reference, faults: Faults): Promise<void> {
  const [from, to] = [pg.escapeIdentifier(table), pg.escapeIdentifier(other)];
  const pairs = columns.map(([column, key]) => [`r.${pg.escapeIdentifier(column)}`, `o.${pg.escapeIdentifier(key)}`] as const);
  const where = `${table}.${columns.map(([column]) => column).join(', ')}`;
  const { rows } = await client.query<{ named: string; count: string }>(`
    select concat_ws(' ', ${pairs.map(([column]) => column).join(', ')}) as named, count(*)::text as count from ${from} r
     where ${pairs.map(([column]) => `${column} is not null`).join(' and ')}
       and not exists (select 1 from ${to} o where ${pairs.map(([column, key]) => `${key} = ${column}`).join(' and ')})
     group by 1 order by 1`);
  for (const { named, count } of rows) faults.add(`${where} = ${named}`, `${count} rows refer to it, but ${other} has no such row`);
  const guards = await client.query(CONSTRAINT, [from, columns.map(([column]) => column), to]);
  if (guards.rowCount === 0) faults.add(where, `the database no longer checks that it names a row of ${other}`);
}

/** The references that the row classes state. */
function statedBy(dataSource: DataSource): Reference[] {
  return dataSource.entityMetadatas.flatMap(({ foreignKeys }) =>
    foreignKeys.map(({ entityMetadata, columns, referencedEntityMetadata, referencedColumns }) => ({
      table: entityMetadata.tableName,
      other: referencedEntityMetadata.tableName,
      columns: columns.map(({ databaseName }, place) => [databaseName, referencedColumns[place]?.databaseName ?? ''] as const),
    })),
  );
}
