import type pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../data-source.js';
import { JOB_SCHEMA, jobTables } from '../../jobs/prepare-jobs.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { plainSession } from '../backup/tables.js';
import type { Check, Faults } from './check.js';
import { readShape, type Shape } from './schema-shape.js';

/** Where the migrations are run once more to see what they make; it is gone before anyone else sees it. */
const SCRATCH = 'slusen_scratch';
const LONGEST = 160;

/**
 * Columns, constraints, indexes, triggers, functions, owners and rights are those that this program's migrations make: what guards
 * history cannot be taken away, weakened or added to unseen.
 */
export function schemaCheck(ownerUrl: string, expected: Promise<Shape> | undefined = undefined): Check {
  return {
    name: 'the tables are as the migrations made them',
    run: async (client, faults) => compared(await (expected ?? expectedShape(ownerUrl)), await readShape(client, 'public'), faults),
  };
}

/** The tables of jobs hold no history, but a function or trigger among them would run with what the program does. */
export function jobSchemaCheck(ownerUrl: string, expected: Promise<Shape> | undefined = undefined): Check {
  return {
    name: 'the tables of jobs are as pg-boss makes them',
    run: async (client, faults) => compared(await (expected ?? expectedJobShape(ownerUrl)), await readShape(client, JOB_SCHEMA), faults),
  };
}

function compared(wanted: Shape, found: Shape, faults: Faults): number {
  for (const [what, is] of found) {
    const should = wanted.get(what);
    if (should === undefined) faults.add(what, 'no migration made it');
    else if (should !== is) faults.add(what, `it is ${shortened(is)}, and should be ${shortened(should)}`);
  }
  for (const what of wanted.keys()) if (!found.has(what)) faults.add(what, 'it is missing');
  return wanted.size;
}

/**
 * What the migrations make on this very server, whose version words some definitions its own way: they are run in a schema of their
 * own in a transaction that is undone.
 */
export function expectedShape(ownerUrl: string): Promise<Shape> {
  return inScratch(ownerUrl, async (client, runner) => {
    await client.query(`create schema ${SCRATCH}; set local search_path = ${SCRATCH}, pg_temp; create table migration ()`);
    for (const Migration of MIGRATIONS) await new Migration().up(runner);
  });
}

/** The same of what pg-boss makes. */
export function expectedJobShape(ownerUrl: string): Promise<Shape> {
  return inScratch(ownerUrl, async (client) => void (await client.query(jobTables(SCRATCH))));
}

async function inScratch(ownerUrl: string, make: (client: pg.ClientBase, runner: QueryRunner) => Promise<void>): Promise<Shape> {
  const settings = dataSourceOptions({ url: ownerUrl, poolSize: 1, applicationName: 'slusen-verify' });
  const source = await new DataSource(settings).initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.ClientBase;
    await client.query('begin');
    await plainSession(client);
    await client.query(`select pg_advisory_xact_lock(hashtext('slusen.migrate'))`);
    await make(client, runner);
    const shape = await readShape(client, SCRATCH);
    await client.query('rollback');
    return shape;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** From where a long text, as a function's body, may differ on is not known here; its beginning names it. */
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};
