import pg from 'pg';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { migrateOffice } from '../testing/office.js';

/** Nobody changes what stands here, not even the owner. */
const APPEND_ONLY = [
  ...['action', 'action_partner', 'action_revision'],
  ...[
    'actor',
    'actor_revision',
    'area',
    'area_revision',
    'audit_event',
    'disposal',
    'disposal_part',
    'entry_author',
    'entry_event',
    'follow_up_round',
    'follow_up_round_revision',
    'follow_up_rule_revision',
    'goal',
    'goal_revision',
    'import_run',
    'indicator',
    'indicator_definition',
    'masking',
    'observation',
    'point_note',
  ],
  ...[
    'record',
    'recording',
    'reorganisation',
    'reorganisation_successor',
    'responsibility',
    'series_break',
    'series_head',
    'site_logo',
    'site_settings',
  ],
  ...['strategy', 'strategy_revision', 'strategy_version'],
  ...['strategy_version_revision', 'target', 'figure_message', 'task_answer', 'territory', 'territory_revision'],
];
/** What the running program may do with the rest. */
const WORKING: Readonly<Record<string, string>> = {
  account: 'INSERT SELECT UPDATE',
  account_role: 'DELETE INSERT SELECT',
  deputy: 'DELETE INSERT SELECT',
  entry: 'INSERT SELECT UPDATE',
  entry_attachment: 'DELETE INSERT SELECT UPDATE',
  external_identity: 'DELETE INSERT SELECT',
  finished_trip: 'DELETE INSERT SELECT',
  idempotency_key: 'DELETE INSERT SELECT',
  import_source: 'INSERT SELECT UPDATE',
  import_upload: 'DELETE INSERT SELECT UPDATE',
  import_upload_row: 'DELETE INSERT SELECT UPDATE',
  machine_key: 'INSERT SELECT UPDATE',
  mail: 'DELETE INSERT SELECT UPDATE',
  migration: 'SELECT',
  notification_choice: 'DELETE INSERT SELECT UPDATE',
  password_link: 'DELETE INSERT SELECT UPDATE',
  planned_reorganisation: 'INSERT SELECT UPDATE',
  recovery_code: 'DELETE INSERT SELECT',
  quick_reasons: 'DELETE INSERT SELECT UPDATE',
  reminded_day: 'DELETE INSERT SELECT',
  role_proposal: 'DELETE INSERT SELECT',
  second_factor: 'DELETE INSERT SELECT UPDATE',
  session: 'DELETE INSERT SELECT UPDATE',
  set_up_code: 'DELETE INSERT SELECT UPDATE',
  sign_in_attempt: 'DELETE INSERT SELECT UPDATE',
  strategy_draft: 'INSERT SELECT UPDATE',
  strategy_draft_part: 'INSERT SELECT',
};

/** The program locks these rows, for which PostgreSQL asks the right to change them; the trigger refuses the change itself. */
const LOCKED = ['series_head'];

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

describe('the tables', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let app: pg.Client;
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateOffice });
    [owner, app] = [await connect(database.ownerUrl), await connect(database.appUrl)];
  }, 120_000);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  /** The code of the refusal, or that it was done (and undone). */
  const tried = async (client: pg.Client, sql: string): Promise<string> => {
    await client.query('begin');
    try {
      await client.query(sql);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.query('rollback');
    }
  };
  const REFUSED = '23001';
  const DENIED = '42501';

  it('are each either append-only or of work in progress', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...APPEND_ONLY, ...Object.keys(WORKING)].sort());
  });

  for (const table of APPEND_ONLY) {
    it(`keep what stands in ${table}, from the program and from the owner`, async () => {
      const { rows } = await owner.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attidentity = '' limit 1`,
      );
      const column = rows[0]?.name;
      for (const change of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table} cascade`]) {
        expect(await tried(owner, change))
          .withContext(`owner: ${change}`)
          .toBe(REFUSED);
        expect(await tried(app, change))
          .withContext(`app: ${change}`)
          .toBe(LOCKED.includes(table) && change.startsWith('update') ? REFUSED : DENIED);
      }
      expect(await tried(app, `select 1 from ${table} limit 1`)).toBe('done');
    });
  }

  for (const [table, rights] of Object.entries(WORKING)) {
    it(`give the program ${rights.toLowerCase()} on ${table}, and nothing more`, async () => {
      const { rows } = await owner.query<{ held: string }>(
        `select string_agg(p, ' ' order by p) as held from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p where has_table_privilege('slusen_app', '${table}', p)`,
      );
      expect(rows[0]?.held).toBe(rights);
    });
  }

  it('belong to the owner, and the program owns nothing', async () => {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from pg_class where relowner = (select oid from pg_roles where rolname = 'slusen_app')`,
    );
    expect(rows[0]?.n).toBe(0);
  });

  for (const change of [
    'create table own (id int)',
    'create function own() returns int language sql as $$ select 1 $$',
    'drop table observation',
    'alter table observation disable trigger all',
    'alter table observation add column own int',
    'drop trigger refuse_change on observation',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    'drop function public_observation',
    'alter function public_observation strict',
    `select setval('record_id_seq', 1)`,
    'set role slusen_owner',
    'set session_replication_role = replica',
    'lock table observation in access exclusive mode',
    'create role own',
    "copy observation to program 'true'",
  ]) {
    it(`do not let the program ${change.split(' ').slice(0, 4).join(' ')}`, async () => expect(await tried(app, change)).toBe(DENIED));
  }

  describe('refuse of themselves', () => {
    const observation = (columns: Readonly<Record<string, string>>): string => {
      const all = {
        series_id: '(select min(id) from series_head)',
        period: `'1500'`,
        period_end: '18012',
        revision: '1',
        value: '1',
        quality: `'final'`,
        provenance: `'exact'`,
        source: `'x'`,
        publish_at: 'now()',
        ...columns,
      };
      return `insert into observation (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`;
    };
    const CHECK = '23514';
    const cases: readonly (readonly [name: string, columns: Record<string, string>, code: string])[] = [
      ['nothing when all is well', {}, 'done'],
      ['a value of 10¹⁵', { value: '1000000000000000' }, '22003'],
      ['a value that is no number', { value: `'NaN'` }, CHECK],
      ['a value that is infinite', { value: `'Infinity'` }, '22003'],
      ['a value and a reason for none', { missing: `'confidential'` }, CHECK],
      ['neither', { value: 'null' }, CHECK],
      ['a reason that is none', { value: 'null', missing: `'lost'` }, CHECK],
      ['a quality that is none', { quality: `'good'` }, CHECK],
      ['a provenance that is none', { provenance: `'guessed'` }, CHECK],
      ['a series that is not there', { series_id: '0' }, '23503'],
    ];
    for (const [name, columns, code] of cases) it(name, async () => expect(await tried(app, observation(columns))).toBe(code));

    it('the same revision twice', async () => expect(await tried(app, `${observation({})}; ${observation({})}`)).toBe('23505'));
  });

  it('show the public nothing before its time', async () => {
    await app.query('begin');
    const series = '(select min(id) from series_head)';
    await app.query(`insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at) values
      (${series}, '1501', 18024, 1, 1, 'final', 'exact', 'x', now() + interval '1 second'), (${series}, '1502', 18036, 1, 2, 'final', 'exact', 'x', now())`);
    await app.query(`select seal('{}')`);
    const { rows } = await app.query(`select period from public_observation(null) where period in ('1501', '1502')`);
    await app.query('rollback');
    expect(rows).toEqual([{ period: '1502' }]);
  });
});
