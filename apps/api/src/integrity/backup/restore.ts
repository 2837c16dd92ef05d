import { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { prepareJobs } from '../../jobs/prepare-jobs.js';
import { newClient } from '../../platform/connection.js';
import { LATEST_HEAD, type Head } from '../heads/head-lines.js';
import { openArchive, type Archive } from './archive.js';
import { copyTable } from './backup.js';
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
import { fillEach, pour } from './fill-tables.js';
import { BackupError, type Manifest } from './manifest.js';
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
  const { tables } = archive.manifest;
  await fillEach({ what: 'backup', tables, there: await copiedTables(client) }, async (table) => {
    const rows = await archive.next(table.name);
    const poured = { what: 'backup', called: `the table ${table.name}`, rows, sha256: table.sha256 } as const;
    await pour(poured, client.query(copyFrom(copyIn(table))));
  });
  await archive.end();
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
