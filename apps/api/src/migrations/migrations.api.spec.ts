import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { migrateOffice } from '../testing/office.js';

/** Nobody changes what stands here, not even the owner. */
const APPEND_ONLY = [
  ...[
    'actor',
    'actor_revision',
    'area',
    'area_revision',
    'audit_event',
    'entry_author',
    'entry_event',
    'goal',
    'goal_revision',
    'import_run',
    'indicator',
    'indicator_definition',
    'masking',
    'observation',
  ],
  ...['record', 'recording', 'responsibility', 'series_break', 'series_head', 'strategy', 'strategy_revision', 'strategy_version'],
  ...['strategy_version_revision', 'target', 'territory', 'territory_revision'],
];
/** What the running program may do with the rest. */
const WORKING: Readonly<Record<string, string>> = {
  account: 'INSERT SELECT UPDATE',
  account_role: 'DELETE INSERT SELECT',
  external_identity: 'DELETE INSERT SELECT',
  finished_trip: 'DELETE INSERT SELECT',
  entry: 'INSERT SELECT UPDATE',
  idempotency_key: 'DELETE INSERT SELECT',
  machine_key: 'INSERT SELECT UPDATE',
  migration: 'SELECT',
  recovery_code: 'DELETE INSERT SELECT',
  second_factor: 'DELETE INSERT SELECT UPDATE',
  session: 'DELETE INSERT SELECT UPDATE',
  sign_in_attempt: 'DELETE INSERT SELECT UPDATE',
};

/** The program locks these rows, for which PostgreSQL asks the right to change them; the trigger refuses the change itself. */
const LOCKED = ['series_head'];

const SHAPE = `
  select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as what
    from information_schema.columns where table_schema = 'public'
  union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexdef from pg_indexes where schemaname = 'public'
  union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function', pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'sequence', sequence_name from information_schema.sequences where sequence_schema = 'public'
  union all select 'grant', relname || ' ' || coalesce(relacl::text, '') from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')
  order by 1, 2`;

/** Rows as they were before their content moved to revisions. */
const OLD_INSTALLATION = `
  insert into actor (slug, kind, name_sv, parent_id, is_example) values ('styrelsen', 'committee', 'Styrelsen', null, false), ('kontoret', 'department', 'Kontoret', 1, true);
  insert into territory (code, kind, name_sv, name_en, parent_id) values ('0884', 'municipality', 'Vimmerby', null, null), ('0884-tuna', 'locality', 'Tuna', 'Tuna', 1);
  insert into strategy (slug, name_sv, purpose_sv) values ('slus', 'SLUS', 'Växa');
  insert into strategy_version (strategy_id, number, body_sv, decided_on, paragraph, valid_from, is_example) values (1, 1, 'fullmäktige', '2017-11-27', '§ 1', '2018-01-01', false);
  insert into area (strategy_version_id, slug, position, name_sv, short_name_sv, description_sv) values (1, 'leva', 0, 'Leva', 'Leva', 'Bo.');
  insert into goal (area_id, slug, position, name_sv, name_en, description_sv, unmeasured_reason_sv, is_example) values (1, 'fler', 0, 'Fler', 'More', 'Fler.', 'Nej', true);
  insert into responsibility (goal_id, actor_id, role, note_sv) values (1, 1, 'leads', 'Alltid');
  insert into indicator (slug) values ('folkmangd');
  insert into series_break (indicator_id, first_period, reason_sv, decision) values (1, '2020', 'Ny metod', '§ 2');
  insert into target (goal_id, indicator_id, revision, kind, measure, path, milestones, is_example)
    values (1, 1, 1, 'none', 'value', 'linear', '[]', false), (1, 1, 2, 'none', 'value', 'linear', '[]', true);
  select seal('{"action":"spec.seed","by":null,"facts":{},"subject":"spec"}')`;

describe('the tables', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let app: pg.Client;
  const connect = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateOffice });
    [owner, app] = [await connect(database.ownerUrl), await connect(database.appUrl)];
  }, 120_000);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  const withOwner = async <T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> => {
    const source = await new DataSource(dataSourceOptions({ url, poolSize: 2 })).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  };
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

  it('are what the rows say: no migration is missing', async () => {
    const { upQueries } = await withOwner(database.ownerUrl, (source) => source.driver.createSchemaBuilder().log());
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be taken down step by step and put up again as they were', async () => {
    const other = await testDatabase({ migrate });
    const client = await connect(other.ownerUrl);
    const shape = async () => (await client.query<{ kind: string; what: string }>(SHAPE)).rows.map(({ kind, what }) => `${kind}: ${what}`);
    const before = await shape();
    await withOwner(other.ownerUrl, async (source) => {
      for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration({ transaction: 'each' });
    });
    expect((await shape()).filter((line) => !/migration/.test(line))).toEqual([]);
    await migrate(other.ownerUrl);
    expect(await shape()).toEqual(before);
    expect(before.length).toBeGreaterThan(150);
    await client.end();
    await other.drop();
  }, 60_000);

  it('keep every name, role and break of an old installation when their content moves to revisions, and on the way back', async () => {
    const other = await testDatabase({ migrate });
    const client = await connect(other.ownerUrl);
    const isUp = async (): Promise<boolean> =>
      (await client.query(`select 1 from migration where name like 'ContentInRevisions%'`)).rows.length > 0;
    const undo = () =>
      withOwner(other.ownerUrl, async (source) => {
        while (await isUp()) await source.undoLastMigration({ transaction: 'each' });
      });
    const tables = ['actor', 'territory', 'strategy', 'strategy_version', 'area', 'goal', 'responsibility', 'series_break', 'target'];
    const contents = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for (const table of tables)
        found.push(...(await client.query<object>(`select to_jsonb(t) as ${table} from ${table} t order by id`)).rows);
      return found;
    };
    await undo();
    await client.query(OLD_INSTALLATION);
    const before = await contents();
    await migrate(other.ownerUrl);
    const { rows } = await client.query(
      `select name_sv, parent_id, r.revision, r.change_reason, r.record_id = a.record_id as is_of_then from actor a join actor_revision r on r.actor_id = a.id order by a.id`,
    );
    expect(rows).toEqual([
      { name_sv: 'Styrelsen', parent_id: null, revision: 1, change_reason: null, is_of_then: true },
      { name_sv: 'Kontoret', parent_id: 1, revision: 1, change_reason: null, is_of_then: true },
    ]);
    expect((await client.query('select revision, is_withdrawn from responsibility')).rows).toEqual([{ revision: 1, is_withdrawn: false }]);
    expect((await client.query('select revision, change_reason from target order by 1')).rows).toEqual([
      { revision: 1, change_reason: null },
      { revision: 2, change_reason: 'Skälet antecknades inte.' },
    ]);
    await undo();
    expect(await contents()).toEqual(before);
    expect(before).toHaveSize(12);
    await client.end();
    await other.drop();
  }, 60_000);

  it('stay up, in words, while a second-hand value is recorded that the program of before cannot read', async () => {
    const other = await testDatabase({ migrate: migrateOffice });
    const client = await connect(other.ownerUrl);
    const isUp = async (): Promise<boolean> =>
      (await client.query(`select 1 from migration where name like 'SayHowAValueCame%'`)).rows.length > 0;
    await client.query(`begin;
      insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at)
        values ((select min(id) from series_head), '1500', 18012, 1, 1, 'final', 'reported', 'x', now());
      select seal('{"action":"spec.seed","by":null,"facts":{},"subject":"spec"}');
      commit`);
    const undo = withOwner(other.ownerUrl, async (source) => {
      while (await isUp()) await source.undoLastMigration({ transaction: 'each' });
    });
    await expectAsync(undo).toBeRejectedWithError(/reported: 1 recorded, 0 entered\).*Restore a backup/);
    expect(await isUp()).toBeTrue();
    await client.end();
    await other.drop();
  }, 60_000);

  it('stay up, in words, while a discarded entry is kept', async () => {
    const other = await testDatabase({ migrate: migrateOffice });
    const client = await connect(other.ownerUrl);
    await client.query(`insert into entry (series_id, period, period_end, state, version, quality, answers, is_correction, created_at, updated_at)
      values ((select min(id) from series_head), '1500', 18012, 'discarded', 1, 'final', '[]', false, now(), now())`);
    const undo = withOwner(other.ownerUrl, async (source) => {
      for (let step = 0; step < 2; step++) await source.undoLastMigration({ transaction: 'each' });
    });
    await expectAsync(undo).toBeRejectedWithError(/discarded entries are kept \(1\).*Restore a backup/);
    await client.end();
    await other.drop();
  }, 60_000);

  it('can be brought up by two programs at once, and again', async () => {
    const other = await testDatabase({ migrate });
    await withOwner(other.ownerUrl, async (source) => {
      for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration({ transaction: 'each' });
    });
    await Promise.all([migrate(other.ownerUrl), migrate(other.ownerUrl), migrate(other.ownerUrl)]);
    await migrate(other.ownerUrl);
    const client = await connect(other.ownerUrl);
    const { rows } = await client.query('select name from migration order by id');
    expect(new Set(rows.map(({ name }: { name: string }) => name)).size).toBe(rows.length);
    await client.end();
    await other.drop();
  }, 60_000);

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
