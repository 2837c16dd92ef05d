import type pg from 'pg';
import type { Check, Faults } from './check.js';
import { appendOnlyTables, LOCKED_TABLES } from './history-tables.js';

/** The role that the running app connects as. */
export const APP = 'slusen_app';

const TOO_MUCH = `
  select c.relname as table, r.right
    from pg_class c, (values ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) r("right")
   where c.relnamespace = 'public'::regnamespace and c.relname = any($2) and not (r.right = 'UPDATE' and c.relname = any($3))
     and (has_table_privilege($1::text, c.oid, r.right) or (r.right = 'UPDATE' and has_any_column_privilege($1::text, c.oid, 'UPDATE')))
   order by c.relname, r.right`;

const TOO_LITTLE = `
  select c.relname as table, r.right
    from pg_class c, (values ('SELECT'), ('INSERT')) r("right")
   where c.relnamespace = 'public'::regnamespace and c.relname = any($2) and not has_table_privilege($1::text, c.oid, r.right)
   order by c.relname, r.right`;

const POWERS = `
  select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
         has_schema_privilege($1::text, 'public', 'CREATE') as creates, has_database_privilege($1::text, current_database(), 'CREATE') as founds,
         (select count(*)::int from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns,
         (select coalesce(string_agg(o.rolname, ', '), '') from pg_auth_members m join pg_roles o on o.oid = m.roleid where m.member = r.oid) as member_of
    from pg_roles r where rolname = $1`;

interface Powers {
  readonly rolsuper: boolean;
  readonly rolcreaterole: boolean;
  readonly rolcreatedb: boolean;
  readonly rolreplication: boolean;
  readonly rolbypassrls: boolean;
  readonly creates: boolean;
  readonly founds: boolean;
  readonly owns: number;
  readonly member_of: string;
}

/** The running app's role can add to history and cannot do anything else to it. `url` is the address the app connects to. */
export function rightsCheck(url: string | undefined): Check {
  return {
    name: 'the app can only add to history',
    async run(client, faults) {
      const tables = await appendOnlyTables(client);
      await checkPowers(client, faults);
      type Line = { table: string; right: string };
      for (const { table, right } of (await client.query<Line>(TOO_MUCH, [APP, tables, LOCKED_TABLES])).rows)
        faults.add(table, `${APP} has the right ${right}`);
      for (const { table, right } of (await client.query<Line>(TOO_LITTLE, [APP, tables])).rows)
        faults.add(table, `${APP} lacks the right ${right}`);
      if (url && new URL(url).username !== APP) faults.add('DATABASE_URL', `the app connects as ${new URL(url).username}, not as ${APP}`);
      return tables.length + 1;
    },
  };
}

async function checkPowers(client: pg.ClientBase, faults: Faults): Promise<void> {
  const [powers] = (await client.query<Powers>(POWERS, [APP])).rows;
  if (!powers) return faults.add(APP, 'there is no such role');
  if (powers.rolsuper || powers.rolcreaterole || powers.rolcreatedb || powers.rolreplication || powers.rolbypassrls)
    faults.add(APP, 'the role has powers over the server');
  if (powers.creates) faults.add(APP, 'the role may make tables of its own');
  if (powers.founds) faults.add(APP, 'the role may make schemas of its own');
  if (powers.owns > 0) faults.add(APP, `the role owns ${powers.owns} tables`);
  if (powers.member_of !== '') faults.add(APP, `the role has the rights of ${powers.member_of}`);
}
