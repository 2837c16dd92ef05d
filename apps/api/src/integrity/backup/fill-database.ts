import pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { dataSourceOptions } from '../../data-source.js';
import { JOB_SCHEMA } from '../../jobs/prepare-jobs.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { auditChainCheck } from '../verify/audit-chain.js';
import { runCheck } from '../verify/check.js';
import { HISTORY } from '../verify/history.js';
import { sealedRowsCheck } from '../verify/sealed-rows.js';
import { BackupError, type Manifest } from './manifest.js';
import { copiedTables, plainSession } from './tables.js';

/** How whatever fills a database calls itself, so that it knows who else is there. */
export const APPLICATION = 'slusen-restore';

/** What was copied was made by the first of this program's migrations. */
export function requireKnown({ migrations }: Pick<Manifest, 'migrations'>, what: string): void {
  const known = MIGRATIONS.map((Migration) => new Migration().name);
  const unknown = migrations.find((name, at) => known[at] !== name);
  if (unknown)
    throw new BackupError(
      `The ${what} was made by another version of this program (it has the migration ${unknown.slice(0, 100)}, this one does not).`,
    );
}

/** Makes the tables as so many of the first migrations do, or makes of those that are there what so many do. */
export type MakeTables = (migrations: number) => Promise<unknown>;
export type Work = (client: pg.ClientBase, makeTables: MakeTables) => Promise<void>;

/** One transaction of the owner's in which tables can be made; nothing else migrates meanwhile. */
export async function asOwner({ ownerUrl, isTrial }: { readonly ownerUrl: string; readonly isTrial: boolean }, work: Work): Promise<void> {
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
export const AS_IN_TRANSACTIONS_OF_THEIR_OWN = `
  set constraints all immediate; set constraints all deferred;
  select set_config('slusen.record', '', true), set_config('slusen.sealed', '', true), set_config('slusen.tables', '', true)`;

/** Brings tables of an older version up to this one's, since whoever forges a backup would call it an older one. */
export async function bringUp(client: pg.ClientBase, { migrations }: Pick<Manifest, 'migrations'>, makeTables: MakeTables): Promise<void> {
  for (let made = migrations.length + 1; made <= MIGRATIONS.length; made++) {
    await client.query(AS_IN_TRANSACTIONS_OF_THEIR_OWN);
    await makeTables(made);
  }
}

/** An application that is connected would go on with what it remembers of the old contents. */
export async function requireAlone(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `
    select count(*)::int as others from pg_stat_activity
     where datname = current_database() and usename is not null and application_name <> $1`,
    [APPLICATION],
  );
  if ((rows[0]?.others ?? 0) > 0)
    throw new BackupError('The database is in use; stop the application (and every other program connected to it) first.');
}

/** The tables alone do not count. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  for (const { name } of await copiedTables(client)) {
    const { rowCount } = await client.query(`select 1 from public.${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount !== 0) return false;
  }
  return true;
}

/** Removes what migrations made, and jobs that were asked for there; nothing that belongs to an extension. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
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

/** Goes on counting where the counters of the other database were. */
export async function setCounters(client: pg.ClientBase, { sequences }: Pick<Manifest, 'sequences'>): Promise<void> {
  for (const { name, last, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${pg.escapeIdentifier(name)}`, last, isCalled]);
  }
}

/**
 * A manifest can be written by anyone who changes a figure; the chain cannot. It is asked before what it proves: rights, states and whatever
 * else the rows of history say of others.
 */
export async function requireUntouched(client: pg.ClientBase, what: string): Promise<void> {
  for (const check of new Set([auditChainCheck, sealedRowsCheck, ...HISTORY])) {
    const { faults } = await runCheck(check, client);
    const [first] = faults;
    if (first) throw new BackupError(`The ${what} is not what was recorded: ${first.where}: ${first.what}.`);
  }
}
