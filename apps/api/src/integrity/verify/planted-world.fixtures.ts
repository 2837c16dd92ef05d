import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import pg from 'pg';
import { plainSession } from '../backup/tables.js';
import { migrateAndFill, PATIENCE_MS } from '../kept-world.fixtures.js';
import { besideCheck } from './beside.js';
import { runCheck, type Check } from './check.js';
import { guardsCheck } from './guards.js';
import { HISTORY } from './history.js';
import { rightsCheck } from './rights.js';
import { expectedJobShape, expectedShape, jobSchemaCheck, schemaCheck } from './schema.js';
import { sealedRowsCheck } from './sealed-rows.js';

/** What is done, on which tables the triggers are off for the while, and what must be said of it. */
export type Plant = readonly [what: string, off: readonly string[], sql: string, finds: RegExp];

/** A kept world in which its owner plants changes, each of which is undone. */
class PlantedWorld {
  client!: pg.Client;
  private database!: TestDatabase;
  private checks: readonly Check[] = [];

  async open(): Promise<void> {
    this.database = await testDatabase({ migrate: migrateAndFill });
    const { appUrl, ownerUrl } = this.database;
    this.client = new pg.Client({ connectionString: ownerUrl });
    await this.client.connect();
    const [shape, jobShape] = [expectedShape(ownerUrl), expectedJobShape(ownerUrl)];
    this.checks = [
      ...HISTORY,
      guardsCheck,
      besideCheck,
      rightsCheck(appUrl),
      schemaCheck(ownerUrl, shape),
      jobSchemaCheck(ownerUrl, jobShape),
    ];
    await Promise.all([shape, jobShape]);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.database.drop();
  }

  async begin(): Promise<void> {
    await this.client.query('begin');
    await plainSession(this.client);
  }

  /** What every check finds. */
  async found(): Promise<string> {
    const lines: string[] = [];
    for (const check of this.checks) {
      const { name, faults } = await runCheck(check, this.client);
      lines.push(...faults.map(({ where, what }) => `${name}: ${where}: ${what}`));
    }
    return lines.join('\n');
  }

  /** What the check of the rows finds when this is done and undone. */
  async tried(statement: string): Promise<string> {
    await this.client.query(`savepoint plant; ${statement}`);
    const { faults } = await runCheck(sealedRowsCheck, this.client);
    await this.client.query('rollback to savepoint plant');
    return faults.map(({ where, what }) => `${where}: ${what}`).join('\n');
  }
}

/** Such a world for the specs of the surrounding `describe`. */
export function plantedWorld(): PlantedWorld {
  const world = new PlantedWorld();
  beforeAll(() => world.open(), PATIENCE_MS);
  afterAll(() => world.close());
  beforeEach(() => world.begin());
  afterEach(() => world.client.query('rollback'));
  return world;
}

/** A spec for each of these plants. */
export function findEach(world: PlantedWorld, plants: readonly Plant[]): void {
  for (const [what, off, sql, finds] of plants) {
    it(`is found: ${what}`, async () => {
      for (const table of off) await world.client.query(`alter table ${table} disable trigger user`);
      await world.client.query(sql);
      for (const table of off) await world.client.query(`set constraints all immediate; alter table ${table} enable trigger user`);
      expect(await world.found()).toMatch(finds);
    });
  }
}

/** Writes the whole chain anew over the rows that are there. */
export const RECHAIN = `
    do $$ declare event record; last bytea := decode(repeat('00', 32), 'hex'); begin
      for event in select a.* from audit_event a join record r on r.id = a.record_id order by r.seq loop
        update audit_event set previous_hash = last, hash = sha256(last || convert_to(event.sealed || E'\\n' || event.payload, 'UTF8'))
         where record_id = event.record_id returning hash into last;
      end loop;
    end $$`;
