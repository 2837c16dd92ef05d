import pg from 'pg';
import type { Check } from './check.js';

/** Columns that the database numbers, with the counter behind each. */
export const IDENTITY_COUNTERS = `
  select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as counter
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped
   order by c.relname`;

/** No counter stands behind what it has given out: the next number would be taken already. */
export const countersCheck: Check = {
  name: 'counters stand past what they gave out',
  async run(client, faults) {
    const { rows } = await client.query<{ table: string; column: string; counter: string }>(IDENTITY_COUNTERS);
    const places = [{ table: 'record', column: 'id', counter: 'public.record_id_seq' }];
    for (const { table, column, counter } of [...rows, ...places]) {
      const { rows: found } = await client.query<{ at: string; is_behind: boolean }>(`
        select s.last_value::text as at, coalesce(m.most, 0) > case when s.is_called then s.last_value else s.last_value - 1 end as is_behind
          from ${counter} s, (select max(${pg.escapeIdentifier(column)}) as most from ${pg.escapeIdentifier(table)}) m`);
      if (found[0]?.is_behind) faults.add(`${table}.${column}`, `its counter stands at ${found[0].at}, behind a number already given out`);
    }
    return rows.length + places.length;
  },
};
