import { findEach, plantedWorld, type Plant } from './planted-world.fixtures.js';

const PLANTS: readonly Plant[] = [
  ['a trigger that was dropped', [], 'drop trigger refuse_change on target', /trigger target\.refuse_change: it is missing/],
  [
    'a trigger that was switched off',
    [],
    'alter table target disable trigger refuse_change',
    /trigger target\.refuse_change: it is .* enabled D/,
  ],
  [
    'a trigger that fires for replicas only',
    [],
    'alter table target enable replica trigger refuse_change',
    /trigger target\.refuse_change: it is .* enabled R/,
  ],
  [
    'a trigger that was added',
    [],
    `create function own() returns trigger language plpgsql as $$ begin new.value := 1; return new; end $$; create trigger own before insert on observation for each row execute function own()`,
    /trigger observation\.own: no migration made it/,
  ],
  [
    'a function that was replaced',
    [],
    `create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$`,
    /function refuse_change\(\): it is/,
  ],
  [
    'a seal that was replaced',
    [],
    `do $$ begin execute replace(pg_get_functiondef('seal(text)'::regprocedure), 'perform set_config(''slusen.sealed''', '-- '); end $$`,
    /function seal\(payload text/,
  ],
  [
    'a function that runs as its owner',
    [],
    'alter function current_record() security definer',
    /function current_record\(\): it is .*security definer/,
  ],
  ['a function with a setting of its own', [], `alter function seal(text) set search_path = pg_temp`, /function seal\(payload text/],
  [
    'a reading of figures that was replaced',
    [],
    `do $$ begin execute replace(pg_get_functiondef('public_observation'::regproc), 'else o.value end', 'else (o.value + 1)::numeric(21, 6) end'); end $$`,
    /function public_observation/,
  ],
  [
    'a check that was dropped',
    [],
    'alter table observation drop constraint ck_observation_outcome',
    /constraint observation\.ck_observation_outcome: it is missing/,
  ],
  [
    'a check that holds for new rows only',
    [],
    'alter table observation drop constraint ck_observation_size; alter table observation add constraint ck_observation_size check (abs(value) < 1e15) not valid',
    /not valid/i,
  ],
  [
    'a unique key that was dropped',
    [],
    'alter table observation drop constraint "UQ_b0749a565976805da809abce4b6"',
    /constraint observation\.UQ_b0749a565976805da809abce4b6: it is missing/,
  ],
  [
    'a reference that was dropped',
    [],
    'alter table observation drop constraint "FK_27d10b2e71be9000d29d781d59b"',
    /constraint observation\.FK_27d10b2e71be9000d29d781d59b: it is missing/,
  ],
  ['an index that was dropped', [], 'drop index "ux_entry_open"', /index entry\.ux_entry_open: it is missing/],
  [
    'an index that was made another',
    [],
    `drop index ux_entry_open; create index ux_entry_open on entry (series_id, period) where state <> 'approved'`,
    /index entry\.ux_entry_open: it is/,
  ],
  ['a column that may be null now', [], 'alter table target alter column measure drop not null', /column target\.measure: it is/],
  [
    'a column with another default',
    [],
    `alter table observation alter column record_id set default 1`,
    /column observation\.record_id: it is/,
  ],
  ['a column that was added', [], `alter table goal add column extra text`, /column goal\.extra: no migration made it/],
  ['a table that was added', [], 'create table own (id int)', /table own: no migration made it/],
  [
    'a rule that does something instead',
    [],
    'create rule own as on insert to observation do instead nothing',
    /rule observation\.own: no migration made it/,
  ],
  [
    'rows that are hidden from the program',
    [],
    'alter table observation enable row level security',
    /table observation: it is .*row security/,
  ],
  [
    'a right to change',
    [],
    'grant update on observation to slusen_app',
    /right observation of slusen_app: it is INSERT, SELECT, UPDATE, and should be INSERT, SELECT/,
  ],
  [
    'a right to change one column',
    [],
    'grant update (value) on observation to slusen_app',
    /right observation\.value of slusen_app: no migration made it/,
  ],
  ['a right for everyone', [], 'grant insert on account_role to public', /right account_role of everyone: no migration made it/],
  ['a right that was taken', [], 'revoke insert on audit_event from slusen_app', /right audit_event of slusen_app: it is SELECT/],
  ['a right to set numbers', [], 'grant update on sequence record_id_seq to slusen_app', /right record_id_seq of slusen_app: it is/],
  [
    'a right to run the seal that was taken',
    [],
    'revoke execute on function seal(text) from public',
    /right seal\(.*\) of everyone: it is missing/,
  ],
  [
    'a right to make schemas',
    [],
    `do $$ begin execute format('grant create on database %I to slusen_app', current_database()); end $$`,
    /slusen_app: the role may make schemas of its own/,
  ],
  [
    'a table that the program would find first',
    [],
    'create schema slusen_app; create table slusen_app.observation as select * from public.observation; grant usage on schema slusen_app to slusen_app',
    /table slusen_app\.observation: no migration made it/,
  ],
  [
    'a view in a schema of another name',
    [],
    'create schema elsewhere; create view elsewhere.target as select * from public.target; grant usage on schema elsewhere to public',
    /view elsewhere\.target: no migration made it/,
  ],
  [
    'a function that the owner would find first',
    [],
    `create schema slusen_owner; create function slusen_owner.seal(text) returns int language sql as 'select 1'`,
    /function slusen_owner\.seal\(pg_catalog\.text\): no migration made it/,
  ],
  [
    'a function that would run with every job',
    [],
    `create function pgboss.own() returns trigger language plpgsql as 'begin return new; end';
     create trigger own before insert on pgboss.job_common for each row execute function pgboss.own()`,
    /trigger job_common\.own: no migration made it/,
  ],
  ['an empty schema, for later', [], 'create schema slusen_app', /schema slusen_app: no migration made it/],
  [
    'an operator that compares in another way',
    [],
    `create function always(numeric, integer) returns boolean language sql immutable as 'select true'; create operator public.> (leftarg = numeric, rightarg = integer, function = always)`,
    /operator >\(numeric,integer\): no migration made it/,
  ],
  ['a type of the name of another', [], `create domain public.text as varchar`, /type text: no migration made it/],
  ['an order of letters', [], `create collation public.own (provider = icu, locale = 'sv')`, /collation own: no migration made it/],
  [
    'a path of the database',
    [],
    `do $$ begin execute format('alter database %I set search_path = elsewhere, public', current_database()); end $$`,
    /setting of the database \w+: search_path=elsewhere, public: nothing here asks for it/,
  ],
  [
    'a path of the owner',
    [],
    'alter role slusen_owner set search_path = elsewhere, public',
    /setting of the role slusen_owner: search_path=elsewhere, public/,
  ],
  [
    'a setting of the owner in this database',
    [],
    `do $$ begin execute format('alter role slusen_owner in database %I set default_transaction_read_only = on', current_database()); end $$`,
    /setting of the role slusen_owner in the database \w+: default_transaction_read_only=on/,
  ],
  [
    'rights that tables to come would have',
    [],
    'alter default privileges grant update on tables to slusen_app',
    /rights of tables to come: \{.*slusen_app=w.*\}: nothing here asks for it/,
  ],
];

describe('a change planted by the owner of the tables in what guards them', () => {
  findEach(plantedWorld(), PLANTS);
});
