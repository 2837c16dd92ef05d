import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { prepareJobs } from '../../jobs/prepare-jobs.js';
import { newClient } from '../../platform/connection.js';
import { LATEST_HEAD, type Head } from '../heads/head-lines.js';
import { openArchive, type Archive } from './archive.js';
import { copyTable, Tally } from './backup.js';
import {
  APPLICATION,
  asOwner,
  bringUp,
  dropEverything,
  isEmpty,
  requireAlone,
  requireKnown,
  requireUntouched,
  setCounters,
} from './fill-database.js';
import { BackupError, type Manifest, type TableEntry } from './manifest.js';
import { copiedTables, copyIn, migrationNames } from './tables.js';

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
    requireKnown(archive.manifest, 'backup');
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
      await requireUntouched(client, 'backup');
      head = (await client.query<Head>(LATEST_HEAD)).rows[0];
    });
    if (!isTrial) await prepareJobs(ownerUrl);
    return { ...archive.manifest, head };
  } finally {
    archive.close();
  }
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

async function requireEmpty(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client)))
    throw new BackupError('The database is not empty; restore into an empty one, or replace what is there with --force.');
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

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
