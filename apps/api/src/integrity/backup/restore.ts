import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, MigrationExecutor } from 'typeorm';
import { dataSourceOptions } from '../../data-source.js';
import { JOB_SCHEMA, prepareJobs } from '../../jobs/prepare-jobs.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { newClient } from '../../platform/connection.js';
import { LATEST_HEAD, type Head } from '../heads/head-lines.js';
import { auditChainCheck } from '../verify/audit-chain.js';
import { runCheck } from '../verify/check.js';
import { HISTORY } from '../verify/history.js';
import { sealedRowsCheck } from '../verify/sealed-rows.js';
import { openArchive, type Archive } from './archive.js';
import { copyTable, Tally } from './backup.js';
import { BackupError, type Manifest, type TableEntry } from './manifest.js';
import { copiedTables, copyIn, migrationNames, plainSession } from './tables.js';

const APPLICATION = 'slusen-restore';

/** What is to be restored, where, and whether what stands there may go. */
export interface RestoreOrder {
  readonly ownerUrl: string;
  readonly path: string;
  readonly mayReplace: boolean;
  /** Everything is done but the commit, so that nothing stays: it shows that the file can be restored. */
  readonly isTrial?: boolean;
}

/** What was restored, and the head of its chain, if anything was ever recorded in it by this version. */
export type Restored = Manifest & { readonly head: Head | undefined };

/**
 * Reads a backup into an empty database, or in place of what is there, in one transaction as the tables' owner: all of it
 * or nothing. What was stored is read back and compared with the manifest, tables of an older version are brought up to this one's, and
 * every row is compared with the chain and with what the others say of it, before the commit. Throws BackupError with one sentence.
 */
export async function restoreBackup({ ownerUrl, path, mayReplace, isTrial = false }: RestoreOrder): Promise<Restored> {
  const archive = await openArchive(path);
  try {
    requireKnown(archive.manifest);
    let head: Head | undefined;
    await asOwner({ ownerUrl, isTrial }, async (client, makeTables) => {
      await requireAlone(client);
      if (!mayReplace) await requireEmpty(client);
      await dropEverything(client);
      await makeTables(archive.manifest.migrations.length);
      await fillTables(client, archive);
      await setCounters(client, archive.manifest);
      await compare(client, archive.manifest);
      await bringUp(client, archive.manifest, makeTables);
      await requireUntouched(client);
      head = (await client.query<Head>(LATEST_HEAD)).rows[0];
    });
    if (!isTrial) await prepareJobs(ownerUrl);
    return { ...archive.manifest, head };
  } finally {
    archive.close();
  }
}

/** The tables of the backup were made by the first of this program's migrations. */
function requireKnown({ migrations }: Manifest): void {
  const known = MIGRATIONS.map((Migration) => new Migration().name);
  const unknown = migrations.find((name, at) => known[at] !== name);
  if (unknown)
    throw new BackupError(
      `The backup was made by another version of this program (it has the migration ${unknown.slice(0, 100)}, this one does not).`,
    );
}

/** Makes the tables as so many of the first migrations do, or makes of those that are there what so many do. */
type MakeTables = (migrations: number) => Promise<unknown>;
type Work = (client: pg.ClientBase, makeTables: MakeTables) => Promise<void>;

/** One transaction of the owner's in which tables can be made; nothing else migrates meanwhile. */
async function asOwner({ ownerUrl, isTrial }: Required<Pick<RestoreOrder, 'ownerUrl' | 'isTrial'>>, work: Work): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions({ url: ownerUrl, poolSize: 2, applicationName: APPLICATION })).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.ClientBase;
    await client.query('begin');
    await plainSession(client);
    await client.query(`select pg_advisory_xact_lock(hashtext('slusen.migrate'))`);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'none';
    const all = [...dataSource.migrations];
    await work(client, (migrations) => {
      dataSource.migrations.splice(0, all.length, ...all.slice(0, migrations));
      return executor.executePendingMigrations();
    });
    if (isTrial) {
      // What a commit would look at.
      await client.query('set constraints all immediate');
      await client.query('rollback');
      return;
    }
    await client.query('commit');
    await client.query('set statement_timeout = 0; analyze');
  } finally {
    // The end of a connection is the end of its transaction, so nothing of a failed restore stays.
    await runner.release();
    await dataSource.destroy();
  }
}

/** What else would hold until the commit: a reference that is checked then, and the one record of the transaction. */
const AS_IN_TRANSACTIONS_OF_THEIR_OWN = `
  set constraints all immediate; set constraints all deferred;
  select set_config('slusen.record', '', true), set_config('slusen.sealed', '', true), set_config('slusen.tables', '', true)`;

/** Brings tables of an older version up to this one's, since whoever forges a backup would call it an older one. */
async function bringUp(client: pg.ClientBase, { migrations }: Manifest, makeTables: MakeTables): Promise<void> {
  for (let made = migrations.length + 1; made <= MIGRATIONS.length; made++) {
    await client.query(AS_IN_TRANSACTIONS_OF_THEIR_OWN);
    await makeTables(made);
  }
}

/** An application that is connected would go on with what it remembers of the old contents. */
async function requireAlone(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `
    select count(*)::int as others from pg_stat_activity
     where datname = current_database() and usename is not null and application_name <> $1`,
    [APPLICATION],
  );
  if ((rows[0]?.others ?? 0) > 0)
    throw new BackupError('The database is in use; stop the application (and every other program connected to it) first.');
}

/** The name of the database, and whether anything was ever recorded in it. */
export async function databaseState(ownerUrl: string): Promise<{ name: string; isEmpty: boolean }> {
  const client = newClient(ownerUrl, { application_name: APPLICATION });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    return { name: rows[0]?.name ?? '', isEmpty: await isEmpty(client) };
  } finally {
    await client.end();
  }
}

/** The tables alone do not count. */
async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  for (const { name } of await copiedTables(client)) {
    const { rowCount } = await client.query(`select 1 from public.${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount !== 0) return false;
  }
  return true;
}

async function requireEmpty(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client)))
    throw new BackupError('The database is not empty; restore into an empty one, or replace what is there with --force.');
}

/** Removes what migrations made, and jobs that were asked for there; nothing that belongs to an extension. */
async function dropEverything(client: pg.ClientBase): Promise<void> {
  await client.query(`
    drop schema if exists ${JOB_SCHEMA} cascade;
    do $$
    declare thing record;
    begin
      for thing in
        select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind, c.oid::regclass::text as name
          from pg_class c
         where relnamespace = 'public'::regnamespace and (relkind in ('r', 'p', 'v', 'm') or (relkind = 'S' and not exists (
                 select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i'))))
           and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      loop
        execute format('drop %s if exists %s cascade', thing.kind, thing.name);
      end loop;
      for thing in
        select p.oid::regprocedure::text as name from pg_proc p
         where pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop
        execute format('drop routine if exists %s cascade', thing.name);
      end loop;
    end $$`);
}

async function fillTables(client: pg.ClientBase, archive: Archive): Promise<void> {
  const there = new Map((await copiedTables(client)).map(({ name, columns }) => [name, columns]));
  for (const table of archive.manifest.tables) {
    const columns = there.get(table.name);
    if (!columns || table.columns.some((column) => !columns.includes(column)))
      throw new BackupError(`The backup is damaged: its table ${table.name} is not one of those its migrations make.`);
    await fillTable(client, archive, table);
  }
  if (there.size !== archive.manifest.tables.length) throw new BackupError('The backup is damaged: it does not hold every table.');
  await archive.end();
}

async function fillTable(client: pg.ClientBase, archive: Archive, table: TableEntry): Promise<void> {
  const tally = new Tally();
  const rows = await archive.next(table.name);
  try {
    await pipeline(rows, tally, client.query(copyFrom(copyIn(table))));
  } catch (error) {
    throw new BackupError(`The backup is damaged: the table ${table.name} cannot be read (${(error as Error).message}).`, { cause: error });
  }
  if (tally.result().sha256 !== table.sha256)
    throw new BackupError(`The backup is damaged: the table ${table.name} is not what it was when it was written.`);
}

async function setCounters(client: pg.ClientBase, { sequences }: Manifest): Promise<void> {
  for (const { name, last, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${pg.escapeIdentifier(name)}`, last, isCalled]);
  }
}

/** Reads back what was stored: rows, bytes and hashes must be those of the manifest. */
async function compare(client: pg.ClientBase, { tables, migrations }: Manifest): Promise<void> {
  const there = new Map((await copiedTables(client)).map((table) => [table.name, table]));
  for (const { name, columns, rows, sha256 } of tables) {
    const orderedBy = there.get(name)?.orderedBy ?? [];
    const stored = await copyTable(client, { name, columns, orderedBy }, nowhere());
    if (stored.rows !== rows || stored.sha256 !== sha256)
      throw new BackupError(`The table ${name} was not stored as the backup has it (${stored.rows} of ${rows} rows).`);
  }
  const made = await migrationNames(client);
  if (made.join() !== migrations.join()) throw new BackupError('The tables were not made by the migrations that the backup names.');
}

/**
 * A manifest can be written by anyone who changes a figure; the chain cannot. It is asked before what it proves: rights, states and whatever
 * else the rows of history say of others.
 */
async function requireUntouched(client: pg.ClientBase): Promise<void> {
  for (const check of new Set([auditChainCheck, sealedRowsCheck, ...HISTORY])) {
    const { faults } = await runCheck(check, client);
    const [first] = faults;
    if (first) throw new BackupError(`The backup is not what was recorded: ${first.where}: ${first.what}.`);
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
