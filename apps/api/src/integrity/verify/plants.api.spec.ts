import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import pg from 'pg';
import { plainSession } from '../backup/tables.js';
import { migrateAndFill, PATIENCE_MS } from '../kept-world.fixtures.js';
import { runCheck, type Check, type CheckResult } from './check.js';
import { guardsCheck } from './guards.js';
import { recordedTables } from './history-tables.js';
import { rightsCheck } from './rights.js';
import { expectedShape, schemaCheck } from './schema.js';
import { sealedRowsCheck } from './sealed-rows.js';
import { HISTORY } from './verify.js';

/** Every table that holds history, so that a new one is planted in as well. */
const TABLES = [
  'actor',
  'actor_revision',
  'area',
  'area_revision',
  'entry_author',
  'entry_event',
  'goal',
  'goal_revision',
  'import_run',
  'indicator',
  'indicator_definition',
  'observation',
  'responsibility',
  'series_break',
  'series_head',
  'strategy',
  'strategy_revision',
  'strategy_version',
  'strategy_version_revision',
  'target',
  'territory',
  'territory_revision',
];

const UNGUARD = `
  do $$ declare thing record; begin
    for thing in select conrelid::regclass as t, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n' and (conrelid = '%s'::regclass or confrelid = '%s'::regclass) order by contype = 'p' loop
      execute format('alter table %s drop constraint %I cascade', thing.t, thing.conname);
    end loop;
    alter table %s disable trigger user;
  end $$`;
const unguard = (table: string): string =>
  UNGUARD.replaceAll(`'%s'`, `'${table}'`).replace('alter table %s disable', `alter table ${table} disable`);

/** Another value of the same type. */
const OTHER: Readonly<Record<string, string>> = {
  text: `coalesce(%c, '') || 'x'`,
  integer: 'coalesce(%c, 0) + 1',
  smallint: 'coalesce(%c, 0) + 1',
  bigint: 'coalesce(%c, 0) + 1',
  'numeric(21,6)': 'coalesce(%c, 0) + 0.000001',
  boolean: 'not %c',
  date: `coalesce(%c, '2020-01-01') + 1`,
  jsonb: `jsonb_build_array(%c)`,
  bytea: `%c || '\\x00'`,
  uuid: `gen_random_uuid()`,
  'timestamp with time zone': `%c + interval '1 millisecond'`,
};

describe('a change planted by the owner of the tables', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let checks: readonly Check[];
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateAndFill });
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const shape = expectedShape(database.ownerUrl);
    checks = [...HISTORY, guardsCheck, rightsCheck(database.appUrl), schemaCheck(database.ownerUrl, shape)];
    await shape;
  }, PATIENCE_MS);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(async () => {
    await client.query('begin');
    await plainSession(client);
  });
  afterEach(() => client.query('rollback'));

  const results = async (): Promise<CheckResult[]> => {
    const all: CheckResult[] = [];
    for (const check of checks) all.push(await runCheck(check, client));
    return all;
  };
  const found = async (): Promise<string> =>
    (await results()).flatMap(({ name, faults }) => faults.map(({ where, what }) => `${name}: ${where}: ${what}`)).join('\n');
  /** What the check of the rows finds when this is done and undone. */
  const tried = async (statement: string): Promise<string> => {
    await client.query(`savepoint plant; ${statement}`);
    const { faults } = await runCheck(sealedRowsCheck, client);
    await client.query('rollback to savepoint plant');
    return faults.map(({ where, what }) => `${where}: ${what}`).join('\n');
  };
  const rows = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;

  it('is not there before anything is planted', async () => expect(await found()).toBe(''));

  it('is looked for in every table that holds history', async () => expect(await recordedTables(client)).toEqual(TABLES));

  for (const table of TABLES) {
    describe(`in ${table}`, () => {
      beforeEach(() => client.query(unguard(table)));

      it('is found in each column', async () => {
        const columns = await rows<{ name: string; type: string }>(`
          select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
           where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attidentity = ''`);
        expect(columns.length).toBeGreaterThan(1);
        for (const { name, type } of columns) {
          const value = OTHER[type]?.replaceAll('%c', `"${name}"`);
          expect(value).withContext(`${name} is of type ${type}`).toBeDefined();
          expect(await tried(`update ${table} set "${name}" = ${value} where ctid = (select min(ctid) from ${table})`))
            .withContext(name)
            .toMatch(new RegExp(`, ${table}: `));
        }
      });

      it('is found as a row that was removed', async () => {
        expect(await tried(`delete from ${table} where ctid = (select max(ctid) from ${table})`)).toMatch(
          new RegExp(`, ${table}: \\d+ rows were sealed, \\d+ rows? (is|are) there`),
        );
      });

      it('is found as a row that was added', async () => {
        const copy = `insert into ${table} overriding system value select * from ${table} limit 1`;
        expect(await tried(copy)).toMatch(new RegExp(`, ${table}: \\d+ rows were sealed, \\d+ rows are there`));
      });

      it('is found as rows that were given to another record', async () => {
        // The first record is that of the strategy, the fourth that of an account.
        const own = `(select record_id from ${table} limit 1)`;
        expect(await tried(`update ${table} set record_id = (select id from record where seq = 4) where record_id = ${own}`)).toMatch(
          /rows were sealed, 0 rows are there[^]*that nothing sealed|that nothing sealed[^]*rows were sealed, 0 rows are there/,
        );
      });
    });
  }

  const rechain = `
    do $$ declare event record; last bytea := decode(repeat('00', 32), 'hex'); begin
      for event in select a.* from audit_event a join record r on r.id = a.record_id order by r.seq loop
        update audit_event set previous_hash = last, hash = sha256(last || convert_to(event.sealed || E'\\n' || event.payload, 'UTF8'))
         where record_id = event.record_id returning hash into last;
      end loop;
    end $$`;
  const event = (action: string): string =>
    `record_id = (select max(record_id) from audit_event where payload like '%"action":"${action}"%')`;
  /** What is done, on which tables the triggers are off for the while, and what must be said of it. */
  const plants: readonly (readonly [what: string, off: readonly string[], sql: string, finds: RegExp])[] = [
    [
      'an event whose words were changed',
      ['audit_event'],
      `update audit_event set payload = replace(payload, 'SCB', 'SCC')`,
      /audit event 5: its hash is not that/,
    ],
    [
      'an event that seals other rows',
      ['audit_event'],
      `update audit_event set sealed = replace(sealed, '"count":7', '"count":8')`,
      /audit event 5: its hash is not that/,
    ],
    [
      'an event that seals nothing any more',
      ['audit_event'],
      `update audit_event set sealed = null where ${event('import.run')}; ${rechain.replace('event.sealed || E', `coalesce(event.sealed || E'\\n', '') || event.payload, 'UTF8')) --`).replace(/--.*\n/, '\n')}`,
      /it seals nothing, though events before it do/,
    ],
    [
      'an event that was removed',
      ['audit_event'],
      `delete from audit_event where ${event('import.run')}`,
      /not chained to the event before it/,
    ],
    [
      'an event removed with its record and rows',
      ['audit_event', 'record', 'recording', 'entry_event'],
      `delete from entry_event where action = 'return'; delete from audit_event where ${event('entry.return')};
       delete from recording where id not in (select record_id from audit_event); set constraints all immediate; delete from record where id not in (select record_id from audit_event)`,
      /not chained to the event before it/,
    ],
    [
      'an event put in with a hash of its own',
      ['audit_event', 'record'],
      `insert into record select 900, max(seq) + 1, max(at) from record; insert into audit_event (record_id, payload, sealed, previous_hash, hash) select 900, '{}', null, hash, sha256(hash || '{}') from audit_event order by record_id desc limit 1`,
      /it seals nothing, though events before it do/,
    ],
    [
      'a record that is said to be earlier',
      ['record'],
      `update record set at = at - interval '1 second' where seq = 1`,
      /audit event 1: it sealed record .* at place 1/,
    ],
    [
      'two records that changed places',
      ['record'],
      `alter table record drop constraint "UQ_42807231cfb6f731ab29c53f516"; update record set seq = 7 - seq where seq in (3, 4)`,
      /not chained to the event before it/,
    ],
    [
      'a role granted by hand',
      [],
      `insert into account_role (account_id, role) select id, 'administrator' from account where username = 'rut'`,
      /rights are those.*account .*: the audit trail says reporter gatukontoret, the table administrator, reporter gatukontoret/,
    ],
    [
      'a role taken by hand',
      [],
      `delete from account_role where role = 'reviewer' and department_id is null`,
      /rights are those.*the audit trail says reviewer, the table no role/,
    ],
    [
      'a role widened by hand',
      [],
      `update account_role set department_id = null where department_id is not null`,
      /rights are those.*the table reporter/,
    ],
    [
      'an account made by hand',
      [],
      `insert into account (username, name) values ('ny', 'Ny')`,
      /account .*: no audit event tells of it \(no role\)/,
    ],
    [
      'an account shut by hand',
      [],
      `update account set disabled_at = now() where username = 'gert'`,
      /the table reviewer gatukontoret, disabled/,
    ],
    [
      'a password exchanged by hand',
      [],
      `update account set password_hash = (select password_hash from account where username = 'rut') where username = 'gert'`,
      /account .*: its password was exchanged past the program/,
    ],
    [
      'a draft whose comment was changed in its place',
      [],
      `update entry set comment = 'Annat' where state = 'draft'`,
      /every entry says.*2025-Q4\): it was changed without a step/,
    ],
    [
      'a draft whose margin was changed in its place',
      [],
      `update entry set margin = 3 where state = 'draft'`,
      /it was changed without a step/,
    ],
    [
      'a draft that was moved to another period',
      [],
      `update entry set period = '2025-Q2', period_end = period_end - 6 where state = 'draft'`,
      /it was changed without a step/,
    ],
    [
      'an approved entry and its revision, changed together',
      ['observation'],
      `update entry set value = 999 where state = 'approved'; update observation set value = 999 where entry_id is not null`,
      /observation: one or more of its 1 rows are not what was sealed/,
    ],
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
      `do $$ begin execute replace(pg_get_functiondef('public_observation'::regproc), 'o.value,', '(o.value + 1)::numeric(21, 6),'); end $$`,
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
  ];
  for (const [what, off, sql, finds] of plants) {
    it(`is found: ${what}`, async () => {
      for (const table of off) await client.query(`alter table ${table} disable trigger user`);
      await client.query(sql);
      for (const table of off) await client.query(`set constraints all immediate; alter table ${table} enable trigger user`);
      expect(await found()).toMatch(finds);
    });
  }

  it('is found in the rows even when the whole chain is written anew', async () => {
    for (const table of ['audit_event', 'observation']) await client.query(`alter table ${table} disable trigger user`);
    await client.query(`update observation set value = value + 1 where period = '2024'; ${rechain}`);
    expect(await found()).toMatch(/observation: one or more of its 7 rows are not what was sealed/);
  });
});
