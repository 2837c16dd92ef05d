import pg from 'pg';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { RECORDED } from './entries/recorded-periods.query.js';
import { RECENT } from './observations/recent-changes.query.js';
import type { Statement } from './platform/statements.js';
import { migrateOffice } from './testing/office.js';

/** A part of a plan that was carried out. */
interface Node {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

const SERIES = 4;
const QUARTERS = 600;
const REVISIONS = 20;

describe('a long history', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateOffice });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await record(
      `insert into series_head (indicator_id, territory_id, breakdown)
       select i.id, t.id, '' from (select id from indicator order by id limit $1) i, territory t where t.code = '0884' on conflict do nothing`,
      [SERIES],
    );
    for (let revision = 1; revision <= REVISIONS; revision++) await revise(revision);
    await owner.query('analyze');
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  async function record(statement: string, values: readonly unknown[]): Promise<void> {
    await owner.query('begin');
    await owner.query(statement, [...values]);
    await owner.query(`select seal('{"action":"spec"}')`);
    await owner.query('commit');
  }

  /** Every quarter of every series once more, in a transaction of its own, as corrections come. */
  function revise(revision: number): Promise<void> {
    return record(
      `insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at)
       select h.id, 1500 + q / 4 || '-Q' || q % 4 + 1, 18000 + 3 * q + 3, $2::int, q, 'final', 'exact', 'Provet',
              now() - make_interval(days => $1 + 1 - q, mins => -$2)
         from (select h.id from series_head h join territory t on t.id = h.territory_id where t.code = '0884' order by h.id limit $3) h,
              generate_series(0, $1::int - 1) q`,
      [QUARTERS, revision, SERIES],
    );
  }

  /** How many figures the statement looks at. */
  async function figuresRead({ text }: Statement, values: readonly unknown[]): Promise<number> {
    const { rows } = await owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${text}`, [...values]);
    const readBy = (node: Node): number =>
      (node['Relation Name'] === 'observation' ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] : 0) +
      (node.Plans ?? []).reduce((sum, child) => sum + readBy(child), 0);
    return rows[0] ? readBy(rows[0]['QUERY PLAN'][0].Plan) : Number.NaN;
  }

  it('is not read for what became public lately', async () => {
    const heads = await owner.query(`select 1 from series_head h join territory t on t.id = h.territory_id where t.code = '0884'`);
    const read = await figuresRead(RECENT, ['0884', 6, null, [], []]);
    expect(read).toBeGreaterThanOrEqual(SERIES);
    expect(read).toBeLessThanOrEqual(4 * (heads.rowCount ?? 0));
  });

  it('is not read for what is to be entered', async () => {
    const { rows } = await owner.query<{ id: number }>('select id from indicator order by id limit $1', [SERIES]);
    const ids = rows.map(({ id }) => id);
    const wanted = ids.flatMap((id) => ['1649-Q4', '1649-Q3', '1649-Q2', '2024-Q4'].map((period) => ({ id, period })));
    const read = await figuresRead(RECORDED, [ids, ['0884'], wanted.map(({ id }) => id), wanted.map(({ period }) => period)]);
    expect(read).toBeGreaterThanOrEqual(3 * SERIES);
    expect(read).toBeLessThanOrEqual(5 * SERIES);
  });
});
