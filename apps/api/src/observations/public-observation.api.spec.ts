import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { migrateOffice } from '../testing/office.js';

describe('what the public sees', () => {
  let database: TestDatabase;
  let app: pg.Client;
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateOffice });
    app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
  }, 120_000);
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  const planOf = async (statement: string, values: readonly unknown[]): Promise<string> => {
    await app.query('set plan_cache_mode = force_generic_plan');
    await app.query(`prepare reading as ${statement}`);
    const { rows } = await app.query<{ 'QUERY PLAN': string }>(
      `explain execute reading(${values.map((value) => pg.escapeLiteral(String(value))).join(', ')})`,
    );
    await app.query('deallocate reading');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('is read as a part of the statement that asks, so that it finds its rows by the index', async () => {
    const plan = await planOf(
      'select period, value from public_observation($2::timestamptz) o where o.series_id = $1::int order by o.period_end, o.revision desc',
      [1, '2026-01-01'],
    );
    expect(plan).not.toContain('Function Scan');
    expect(plan).toMatch(/series_id = \$1/);
  });

  it('is read through that one function: no query to the right of the figures names their table', () => {
    const root = globSync('apps/api/src', { cwd: process.cwd() })[0] ?? '';
    const readers = globSync('{follow-up,public-pages,open-data,rendering}/**/*.ts', { cwd: root }).filter(
      (file) => !file.endsWith('.spec.ts'),
    );
    const queries = globSync('observations/*.query.ts', { cwd: root }).filter((file) => !file.endsWith('next-publication.query.ts'));
    const naming = [...readers, ...queries].filter((file) =>
      /\b(?:from|join)\s+observation\b/i.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(readers.length).toBeGreaterThan(20);
    expect(queries.length).toBeGreaterThan(2);
    expect(naming).toEqual([]);
  });
});
