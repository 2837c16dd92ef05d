import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../data-source.js';
import { plainSession } from '../backup/tables.js';
import { migrateAndFillAsBefore, PATIENCE_MS } from '../kept-world.fixtures.js';
import { auditChainCheck } from './audit-chain.js';
import { runCheck } from './check.js';
import { sealedRowsCheck } from './sealed-rows.js';

/** Takes the migrations down to before rows were sealed, and up again with everything that had been recorded. */
async function recordedBefore(ownerUrl: string): Promise<void> {
  await migrateAndFillAsBefore(ownerUrl);
  const source = await new DataSource(dataSourceOptions({ url: ownerUrl, poolSize: 2 })).initialize();
  const isSealing = async () => (await source.query<unknown[]>(`select 1 from migration where name like 'SealEveryRow%'`)).length > 0;
  while (await isSealing()) await source.undoLastMigration({ transaction: 'each' });
  await source.destroy();
  await migrate(ownerUrl);
}

describe('what was recorded before rows were sealed', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase({ migrate: recordedBefore });
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
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

  const found = async (): Promise<string> => {
    const results = [await runCheck(auditChainCheck, client), await runCheck(sealedRowsCheck, client)];
    return results.flatMap(({ faults }) => faults.map(({ where, what }) => `${where}: ${what}`)).join('\n');
  };
  /** The number of the record that adopted what was there. */
  const adoption = async (): Promise<number> => {
    const { rows } = await client.query<{ seq: string }>(
      `select r.seq from audit_event a join record r on r.id = a.record_id where a.payload like '%history.adopt%' order by r.seq limit 1`,
    );
    return Number(rows[0]?.seq);
  };
  const unguard = (...tables: string[]): Promise<unknown> =>
    client.query(tables.map((table) => `alter table ${table} disable trigger user`).join(';'));

  it('is adopted by one event, the first that seals rows, and nothing is wrong', async () => {
    const { rows } = await client.query<{ seq: number; sealed: string | null; action: string }>(
      `select r.seq, a.sealed, a.payload::jsonb ->> 'action' as action from audit_event a join record r on r.id = a.record_id order by r.seq`,
    );
    expect(rows.filter(({ sealed }) => sealed !== null).map(({ action }) => action)).toEqual(['history.adopt']);
    expect(rows.at(-1)?.action).toBe('history.adopt');
    expect(await found()).toBe('');
  });

  for (const [what, tables, sql, finds] of [
    [
      'a figure',
      ['observation'],
      `update observation set value = 1 where period = '2019'`,
      (last: number) => `what was recorded up to ${last}, observation: one or more of its 10 rows`,
    ],
    ['a row that was removed', ['series_break'], 'delete from series_break', () => 'series_break: 1 rows were sealed, 0 rows are there'],
    [
      'a moment',
      ['record'],
      `update record set at = at + interval '1 second' where seq = 3`,
      (last: number) => `what was recorded up to ${last}, record: one or more`,
    ],
    [
      'a word of the trail',
      ['audit_event'],
      `update audit_event set payload = replace(payload, 'SCB', 'SCC')`,
      () => 'audit event 5: its hash',
    ],
  ] as const) {
    it(`is changed in nothing unseen: ${what}`, async () => {
      await unguard(...tables);
      await client.query(sql);
      expect(await found()).toContain(finds(await adoption()));
    });
  }

  it('is not adopted a second time', async () => {
    await unguard('observation');
    await client.query(`update observation set value = 1 where period = '2019'`);
    await client.query(`select seal((select payload from audit_event where payload like '%history.adopt%'))`);
    expect(await found()).toContain(`audit event ${(await adoption()) + 1}: it adopts rows that were sealed already`);
  });

  it('is followed by events that seal their rows one by one', async () => {
    await client.query(`insert into indicator (slug) values ('ny'); select seal('{"action":"spec"}'); set constraints all immediate`);
    expect(await found()).toBe('');
    await unguard('indicator');
    await client.query(`update indicator set slug = 'nyare' where slug = 'ny'`);
    expect(await found()).toBe(
      `record ${(await adoption()) + 1} (spec undefined), indicator: one or more of its 1 rows are not what was sealed`,
    );
  });
});
