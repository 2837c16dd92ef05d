import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { migrateOffice } from '../testing/office.js';

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

async function withOwner<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource(dataSourceOptions({ url, poolSize: 2 })).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

describe('the migrations', () => {
  let database: TestDatabase;
  let client: pg.Client;
  const open = async (fill: (ownerUrl: string) => Promise<void>): Promise<void> => {
    database = await testDatabase({ migrate: fill });
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  };
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  const isUp = async (name: string): Promise<boolean> =>
    (await client.query('select 1 from migration where name like $1', [`${name}%`])).rows.length > 0;
  /** The program of before could not say it, and what says it stays. */
  const forgetSinceWhen = async (): Promise<void> => {
    if (await isUp('KnowSinceWhenItIsMeasured'))
      await client.query(
        `alter table indicator disable trigger user; update indicator set in_force_from = null; alter table indicator enable trigger user`,
      );
  };
  /** Down to before this one. */
  const undo = (name: string) =>
    withOwner(database.ownerUrl, async (source) => {
      await forgetSinceWhen();
      while (await isUp(name)) await source.undoLastMigration({ transaction: 'each' });
    });
  const undoAll = () =>
    withOwner(database.ownerUrl, async (source) => {
      await forgetSinceWhen();
      for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration({ transaction: 'each' });
    });

  it('make what the rows say: none is missing', async () => {
    await open(migrate);
    const { upQueries } = await withOwner(database.ownerUrl, (source) => source.driver.createSchemaBuilder().log());
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be taken down step by step and put up again as they were', async () => {
    await open(migrate);
    const shape = async () => (await client.query<{ kind: string; what: string }>(SHAPE)).rows.map(({ kind, what }) => `${kind}: ${what}`);
    const before = await shape();
    await undoAll();
    expect((await shape()).filter((line) => !/migration/.test(line))).toEqual([]);
    await migrate(database.ownerUrl);
    expect(await shape()).toEqual(before);
    expect(before.length).toBeGreaterThan(150);
  }, 60_000);

  it('keep every name, role and break of an old installation when their content moves to revisions, and on the way back', async () => {
    await open(migrate);
    const tables = ['actor', 'territory', 'strategy', 'strategy_version', 'area', 'goal', 'responsibility', 'series_break', 'target'];
    const contents = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for (const table of tables)
        found.push(...(await client.query<object>(`select to_jsonb(t) as ${table} from ${table} t order by id`)).rows);
      return found;
    };
    await undo('ContentInRevisions');
    await client.query(OLD_INSTALLATION);
    const before = await contents();
    await migrate(database.ownerUrl);
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
    await undo('ContentInRevisions');
    expect(await contents()).toEqual(before);
    expect(before).toHaveSize(12);
  }, 60_000);

  it('stay up, in words, while a second-hand value is recorded that the program of before cannot read', async () => {
    await open(migrateOffice);
    await client.query(`begin;
      insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at)
        values ((select min(id) from series_head), '1500', 18012, 1, 1, 'final', 'reported', 'x', now());
      select seal('{"action":"spec.seed","by":null,"facts":{},"subject":"spec"}');
      commit`);
    await expectAsync(undo('SayHowAValueCame')).toBeRejectedWithError(/reported: 1 recorded, 0 entered\).*Restore a backup/);
    expect(await isUp('SayHowAValueCame')).toBeTrue();
  }, 60_000);

  it('stay up, in words, while a discarded entry is kept', async () => {
    await open(migrateOffice);
    await client.query(`insert into entry (series_id, period, period_end, state, version, quality, answers, is_correction, created_at, updated_at)
      values ((select min(id) from series_head), '1500', 18012, 'discarded', 1, 'final', '[]', false, now(), now())`);
    await expectAsync(undo('DiscardDrafts')).toBeRejectedWithError(/discarded entries are kept \(1\).*Restore a backup/);
  }, 60_000);

  it('stay up, in words, while somebody holds a role until a day', async () => {
    await open(migrateOffice);
    await client.query(`update account_role set valid_to = '2026-12-31' where role = 'partner'`);
    await expectAsync(undo('InviteByMail')).toBeRejectedWithError(/roles are held from or until a day \(1\)/);
  }, 60_000);

  it('stay up, in words, while an indicator says since when it is measured', async () => {
    await open(migrateOffice);
    await expectAsync(
      withOwner(database.ownerUrl, async (source) => {
        while (await isUp('KnowSinceWhenItIsMeasured')) await source.undoLastMigration({ transaction: 'each' });
      }),
    ).toBeRejectedWithError(/indicators say since when.*Restore a backup/);
  }, 60_000);

  it('can be brought up by two programs at once, and again', async () => {
    await open(migrate);
    await undoAll();
    await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    await migrate(database.ownerUrl);
    const { rows } = await client.query('select name from migration order by id');
    expect(new Set(rows.map(({ name }: { name: string }) => name)).size).toBe(rows.length);
  }, 60_000);
});
