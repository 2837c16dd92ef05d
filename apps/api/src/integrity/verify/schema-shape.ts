import type pg from 'pg';

/** What a schema holds: each thing by its kind and name (`trigger goal.refuse_change`), with all that defines it. */
export type Shape = ReadonlyMap<string, string>;

/** Not the list of migrations itself, and nothing that belongs to an extension. */
const RELATIONS = `
  relation as (
    select c.* from pg_class c
     where c.relnamespace = $1::regnamespace and c.relname not in ('migration', 'migration_id_seq')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))`;

const ROUTINES = `
  routine as (
    select p.* from pg_proc p
     where p.pronamespace = $1::regnamespace
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))`;

const TABLES = `
  select case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'r' then 'table' else 'relation ' || c.relkind::text end as kind, c.relname::text as name,
         concat_ws(' ', 'owned by', pg_get_userbyid(c.relowner), c.relpersistence, c.reloptions::text, case when c.relrowsecurity then 'row security' end,
                   case when c.relforcerowsecurity then 'forced' end, case when c.relkind = 'v' then pg_get_viewdef(c.oid) end) as text
    from relation c where c.relkind not in ('i', 'I', 't', 'c')`;

const COLUMNS = `
  select 'column', c.relname || '.' || a.attname,
         concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid),
                   nullif(a.attidentity, ''), nullif(a.attgenerated, ''), nullif(a.attcollation::regcollation::text, '"default"'))
    from relation c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind in ('r', 'v', 'p')`;

/** That a column is never null stands with the column. */
const CONSTRAINTS = `
  select 'constraint', c.relname || '.' || k.conname, concat_ws(' ', pg_get_constraintdef(k.oid), case when not k.convalidated then 'not validated' end)
    from relation c join pg_constraint k on k.conrelid = c.oid and k.contype <> 'n'`;

const INDEXES = `
  select 'index', c.relname || '.' || i.relname,
         concat_ws(' ', pg_get_indexdef(i.oid), case when not x.indisvalid then 'not valid' end, case when not x.indisready then 'not ready' end)
    from relation c join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid`;

/** Those that check references have names that the server makes up, so the constraint names them. */
const TRIGGERS = `
  select 'trigger', c.relname || '.' || case when g.tgisinternal then concat_ws(' ', k.conname, p.proname) else g.tgname end,
         concat_ws(' ', case when not g.tgisinternal then pg_get_triggerdef(g.oid) end, 'enabled', g.tgenabled)
    from relation c join pg_trigger g on g.tgrelid = c.oid join pg_proc p on p.oid = g.tgfoid left join pg_constraint k on k.oid = g.tgconstraint`;

const RULES = `
  select 'rule', c.relname || '.' || w.rulename, pg_get_ruledef(w.oid) || w.ev_enabled::text
    from relation c join pg_rewrite w on w.ev_class = c.oid where c.relkind <> 'v'
  union all
  select 'policy', c.relname || '.' || y.polname, concat_ws(' ', y.polcmd, pg_get_expr(y.polqual, y.polrelid), pg_get_expr(y.polwithcheck, y.polrelid))
    from relation c join pg_policy y on y.polrelid = c.oid`;

const FUNCTIONS = `
  select 'function', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
         concat_ws(' ', 'owned by', pg_get_userbyid(p.proowner), l.lanname, p.provolatile, case when p.prosecdef then 'security definer' end,
                   case when p.proisstrict then 'strict' end, pg_get_function_result(p.oid), pg_get_function_arguments(p.oid), p.proconfig::text, p.prosrc)
    from routine p join pg_language l on l.oid = p.prolang`;

/** Whatever else lies in the schema, by its kind: operators, types, orders of letters. */
const OTHERS = `
  select i.type, i.identity, ''
    from pg_depend d cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) i
   where d.refclassid = 'pg_namespace'::regclass and d.refobjid = $1::regnamespace and d.classid not in ('pg_class'::regclass, 'pg_proc'::regclass)
     and not exists (select from pg_depend e where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')`;

const granted = (acl: string): string =>
  `string_agg(x.privilege_type || case when x.is_grantable then ' with grant' else '' end, ', ' order by x.privilege_type) as rights from aclexplode(${acl}) x`;
const TO = `case x.grantee when 0 then 'everyone' else pg_get_userbyid(x.grantee) end`;

const RIGHTS = `
  select 'right', c.relname || ' of ' || r.who, r.rights
    from relation c, lateral (select ${TO} as who, ${granted(`coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))`)} group by 1) r
   where c.relkind not in ('i', 'I', 't', 'c')
  union all
  select 'right', c.relname || '.' || a.attname || ' of ' || r.who, r.rights
    from relation c join pg_attribute a on a.attrelid = c.oid and a.attacl is not null, lateral (select ${TO} as who, ${granted('a.attacl')} group by 1) r
  union all
  select 'right', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') of ' || r.who, r.rights
    from routine p, lateral (select ${TO} as who, ${granted(`coalesce(p.proacl, acldefault('f', p.proowner))`)} group by 1) r`;

const SHAPE = `
  with ${RELATIONS}, ${ROUTINES}
  select kind || ' ' || name as what, text from (
    ${[TABLES, COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS, RULES, FUNCTIONS, OTHERS, RIGHTS].join(' union all ')}
  ) t (kind, name, text) order by 1`;

/** Reads what a schema holds, without the schema's own name in it. */
export async function readShape(client: pg.ClientBase, schema: string): Promise<Shape> {
  const { rows } = await client.query<{ what: string; text: string }>(SHAPE, [schema]);
  const own = new RegExp(`\\b${schema}\\.`, 'g');
  return new Map(rows.map(({ what, text }) => [what.replace(own, ''), text.replace(own, '')]));
}
