import type { INestApplicationContext } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '../../data-source.js';
import { Moments } from '../../platform/moments.js';
import { SeriesQuery } from '../../observations/series.query.js';
import { makeBackup } from '../backup/backup.js';
import { restoreBackup } from '../backup/restore.js';
import { migrateAndFill, openContext, PATIENCE_MS, tamper } from '../kept-world.fixtures.js';
import { Verify } from './verify.js';

/** PostgreSQL looks into the schema of a role's own name first, unless it is told otherwise; and the owner may tell it other things. */
const SHADOW = `
  create schema slusen_app; grant usage on schema slusen_app to slusen_app;
  create table slusen_app.observation as select * from public.observation;
  update slusen_app.observation set value = 999;
  create table slusen_app.series_head as select * from public.series_head where false;
  create table slusen_app.migration (id int, "timestamp" bigint, name text);
  grant select on all tables in schema slusen_app to slusen_app;
  create schema slusen_owner; create table slusen_owner.record as select * from public.record where false;
  do $$ begin execute format('alter database %I set search_path = slusen_app, public', current_database()); end $$`;

describe('tables that stand before the real ones', () => {
  let folder: string;
  let database: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-shadowed-'));
    database = await testDatabase({ migrate: migrateAndFill });
    await tamper(database.ownerUrl, [], SHADOW);
    app = await openContext(database.appUrl);
  }, PATIENCE_MS);
  afterAll(async () => {
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  for (const mode of ['master', 'slave'] as const) {
    it(`are not looked for by the program's connections (${mode})`, async () => {
      const runner = app.get(DataSource).createQueryRunner(mode);
      const [found] = (await runner.query('show search_path')) as unknown as { search_path: string }[];
      await runner.release();
      expect(found?.search_path).toBe('public,pg_temp');
    });
  }

  it('are not read by the program', async () => {
    const { rows } = await owner(`select i.id from public.indicator i where slug = 'folkmangd'`);
    const asOf = app.get(Moments).now();
    const points = await app
      .get(SeriesQuery)
      .points({ indicatorId: (rows[0] as { id: number }).id, territory: '0884', breakdown: '' }, asOf);
    expect(points.length).toBeGreaterThan(5);
    expect(points.map(({ value }) => value)).not.toContain(999);
  });

  it('are told of, each of them and the setting, and nothing else is wrong', async () => {
    const results = await app.get(Verify).run(database);
    const wrong = results.filter(({ faultCount }) => faultCount > 0);
    expect(wrong.map(({ name }) => name)).toEqual(['nothing stands beside the tables']);
    expect(wrong[0]?.faults.map(({ where }) => where)).toEqual([
      'schema slusen_app',
      'table slusen_app.migration',
      'table slusen_app.observation',
      'table slusen_app.series_head',
      'schema slusen_owner',
      'table slusen_owner.record',
      jasmine.stringMatching(/^setting of the database slusen_test_\w+$/),
    ]);
    expect(wrong[0]?.faults.at(-1)?.what).toBe('search_path=slusen_app, public: nothing here asks for it');
  });

  it('are not migrated, copied or restored', async () => {
    await migrate(database.ownerUrl);
    const path = join(folder, 'all.tar.gz');
    const { tables } = await makeBackup({ ownerUrl: database.ownerUrl, path, version: '0.1.0' });
    expect(tables.find(({ name }) => name === 'record')?.rows).toBeGreaterThan(10);
    const target = await testDatabase({ migrate: async (url) => tamper(url, [], `create schema slusen_owner`) });
    await restoreBackup({ ownerUrl: target.ownerUrl, path, mayReplace: false });
    const restored = await app.get(Verify).run(target);
    await target.drop();
    expect(restored.filter(({ faultCount }) => faultCount > 0).map(({ name }) => name)).toEqual(['nothing stands beside the tables']);
  });

  async function owner(sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }
});
