import { rowsOf, testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { figureFile } from '../integrity/kept-strategy.fixtures.js';
import { migrateAndFill, ownDataDir, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { INSTALLATION } from '../testing/installation.js';
import { runCommand } from './console/command.js';
import { importCommand } from './import.js';

const CHILD = 'SLUSEN_STOPPED_IMPORT';
/** Imported, this file is the command itself: run by its own name, every command in it would begin. */
const RUN = ['--input-type=module', '--eval', 'await import(process.argv[1])', import.meta.url];

/** The command in a process of its own, beside a database whose statement takes a minute. */
function specs(): void {
  let folder: string;
  let database: TestDatabase;
  let visitor: pg.Client;
  let command: ChildProcess | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-stopped-'));
    database = await testDatabase({ migrate: migrateAndFill });
    await rowsOf(
      database.ownerUrl,
      `create function spec_wait() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
       create trigger spec_wait before insert on observation for each row execute function spec_wait()`,
    );
    // Who owns the tables does not see what the application's connections are at.
    visitor = new pg.Client({ connectionString: database.appUrl });
    await visitor.connect();
  }, PATIENCE_MS);
  afterEach(() => void command?.kill('SIGKILL'));
  afterAll(async () => {
    await visitor.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  const one = async (sql: string): Promise<unknown> => Object.values((await visitor.query<object>(sql)).rows[0] ?? {})[0];
  /** What is there of imports, whoever holds what, and tables of a transaction. */
  const left = async (): Promise<unknown[]> => [
    await one(`select count(*)::int from pg_stat_activity where datname = current_database() and application_name like 'slusen-command%'`),
    await one(`select count(*)::int from pg_locks where locktype = 'advisory'
                  and database = (select oid from pg_database where datname = current_database())`),
    await one(`select count(*)::int from pg_class where relpersistence = 't'`),
    await one('select count(*)::int from import_run'),
    await one(`select count(*)::int from observation where period = '2018'`),
  ];
  const NOTHING = [0, 0, 0, 2, 0];

  /** An import that has come to where its rows are written. */
  async function importing(): Promise<{ ended: Promise<readonly [code: number | null, complained: string]>; pid: number }> {
    const path = await figureFile(folder, [['2018', 15636]]);
    const env = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: ownDataDir(),
      [CHILD]: '1',
      ...INSTALLATION,
    };
    const child = spawn(process.execPath, [...RUN, path, '--source', 'SCB', '--approved-by', 'gunnel'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    command = child;
    const complained = text(child.stderr);
    const ended = once(child, 'close').then(async ([code]) => [code as number | null, await complained] as const);
    const waits = `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    while ((await one(waits)) === 0) {
      if (child.exitCode !== null) throw new Error(`The import has ended: ${await complained}`);
      await delay(20);
    }
    return { ended, pid: child.pid ?? 0 };
  }

  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(
      `that is stopped by ${signal} says so, and leaves neither a statement nor a table nor a lock`,
      async () => {
        const { ended, pid } = await importing();
        const begun = Date.now();
        process.kill(pid, signal);
        process.kill(pid, signal);
        expect(await ended).toEqual([exitCode, 'Stopped; nothing was stored.\n']);
        expect(Date.now() - begun).toBeLessThan(4000);
        expect(await left()).toEqual(NOTHING);
      },
      PATIENCE_MS,
    );
  }

  it(
    'that is killed is ended by the database itself, within seconds',
    async () => {
      const { ended, pid } = await importing();
      process.kill(pid, 'SIGKILL');
      await ended;
      const begun = Date.now();
      while (Date.now() - begun < 5000 && (await left())[0] !== 0) await delay(50);
      expect(await left()).toEqual(NOTHING);
    },
    PATIENCE_MS,
  );
}

if (process.env[CHILD]) await runCommand(importCommand);
else describe('an import', specs);
