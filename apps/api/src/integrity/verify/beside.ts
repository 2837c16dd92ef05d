import type pg from 'pg';
import { JOB_SCHEMA } from '../../jobs/prepare-jobs.js';
import type { Check } from './check.js';
import { APP } from './rights.js';

/** Schemas that the owner or the app may look into, besides the two of the program and PostgreSQL's own; each with what is in it. */
const ELSEWHERE = `
  select n.nspname::text as schema, i.type, i.identity
    from pg_namespace n
    left join pg_depend d on d.refclassid = 'pg_namespace'::regclass and d.refobjid = n.oid and d.deptype = 'n'
    left join lateral pg_identify_object(d.classid, d.objid, d.objsubid) i on true
   where n.nspname not in ('public', 'information_schema', '${JOB_SCHEMA}') and n.nspname !~ '^pg_'
     and (has_schema_privilege(current_user, n.oid, 'USAGE') or has_schema_privilege($1::text, n.oid, 'USAGE'))
   order by n.nspname, i.type, i.identity`;

/** What every connection to this database, or of these roles, begins with; `kind` is told by the server for the settings it knows. */
const SETTINGS = `
  select concat_ws(' in ', 'the role ' || r.rolname, 'the database ' || d.datname) as of, given as setting, k.category as kind
    from pg_db_role_setting s cross join unnest(s.setconfig) given
    left join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase
    left join pg_settings k on lower(k.name) = lower(split_part(given, '=', 1))
   where (s.setdatabase = 0 or d.datname = current_database()) and (s.setrole = 0 or r.rolname in (current_user, $1))
   order by 1, 2`;

const RIGHTS_TO_COME = `
  select defaclacl::text as rights from pg_default_acl
   where defaclrole = current_user::regrole and (defaclnamespace = 0 or defaclnamespace = 'public'::regnamespace) order by 1`;

/** What a server is tuned and watched by says nothing of what is read or written. */
const HARMLESS = /^(Reporting and Logging|Resource Usage|Query Tuning)\b/;
const UNASKED = 'nothing here asks for it';

/**
 * Nothing stands where a name could be found before the program's own tables, and nothing changes what its connections do. They look in one
 * schema whatever is set, so this is told before somebody falls for it who looks at the tables by hand.
 */
export const besideCheck: Check = {
  name: 'nothing stands beside the tables',
  async run(client, faults) {
    const elsewhere = await elsewhereThings(client);
    for (const where of elsewhere) faults.add(where, 'no migration made it');
    const settings = await client.query<{ of: string; setting: string; kind: string | null }>(SETTINGS, [APP]);
    for (const { of, setting, kind } of settings.rows) {
      if (kind && HARMLESS.test(kind)) faults.note(`${of} is set to ${setting}`);
      else faults.add(`setting of ${of || 'every role'}`, `${setting}: ${UNASKED}`);
    }
    const { rows } = await client.query<{ rights: string }>(RIGHTS_TO_COME);
    for (const { rights } of rows) faults.add('rights of tables to come', `${rights}: ${UNASKED}`);
    return 1 + elsewhere.length + settings.rows.length + rows.length;
  },
};

async function elsewhereThings(client: pg.ClientBase): Promise<string[]> {
  type Line = { schema: string; type: string | null; identity: string | null };
  const { rows } = await client.query<Line>(ELSEWHERE, [APP]);
  return rows.flatMap(({ schema, type, identity }, at) => [
    ...(rows[at - 1]?.schema === schema ? [] : [`schema ${schema}`]),
    ...(type && identity ? [`${type} ${identity}`] : []),
  ]);
}
