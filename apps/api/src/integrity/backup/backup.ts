import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Pack } from 'tar-stream';
import { newClient } from '../../platform/connection.js';
import { addFile, writeArchive } from './archive-writer.js';
import { BackupError, FORMAT, manifest, MANIFEST_FILE, type Manifest, type TableEntry } from './manifest.js';
import { copiedTables, copyOut, migrationNames, plainSession, readSequences, type CopiedTable } from './tables.js';

/** What a backup is made of, and where it goes. */
export interface BackupOrder {
  readonly ownerUrl: string;
  readonly path: string;
  /** Of the program, for whoever looks into the file. */
  readonly version: string;
}

/**
 * Copies every table as it was at one moment into one compressed archive (a tar of one text file per table, its manifest
 * first). The file appears whole or not at all; readable by its owner only, since it holds password hashes.
 */
export async function makeBackup({ ownerUrl, path, version }: BackupOrder): Promise<Manifest> {
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const contents = manifest.parse({
      format: FORMAT,
      product: 'slusen',
      version,
      madeAt: new Date().toISOString(),
      ...(await spoolTables(ownerUrl, work)),
    });
    const unfinished = join(work, 'archive');
    await writeArchive(unfinished, (archive) => fill(archive, work, contents));
    await rename(unfinished, target);
    await settle(dirname(target));
    return contents;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Writes each table to a file of its own in the folder: an archive must know a file's length before its contents. */
async function spoolTables(ownerUrl: string, folder: string): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences'>> {
  const client = newClient(ownerUrl, { application_name: 'slusen-backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    await plainSession(client);
    const migrations = await migrationNames(client);
    if (migrations.length === 0) throw new BackupError('There is nothing to copy: the database has no tables yet.');
    const tables: TableEntry[] = [];
    for (const table of await copiedTables(client)) tables.push(await spool(client, table, join(folder, table.name)));
    const sequences = await readSequences(client);
    await client.query('commit');
    return { migrations, tables, sequences };
  } finally {
    await client.end();
  }
}

async function spool(client: pg.ClientBase, table: CopiedTable, path: string): Promise<TableEntry> {
  return { name: table.name, columns: [...table.columns], ...(await copyTable(client, table, createWriteStream(path, { mode: 0o600 }))) };
}

/** Copies a table's rows out and counts them; one row is one line, since line ends within values are escaped. */
export async function copyTable(
  client: pg.ClientBase,
  table: CopiedTable,
  target: Writable,
): Promise<Pick<TableEntry, 'rows' | 'bytes' | 'sha256'>> {
  const tally = new Tally();
  await pipeline(client.query(copyTo(copyOut(table))), tally, target);
  return tally.result();
}

/** Passes bytes on and knows afterwards how many lines and bytes went by, and their SHA-256. */
export class Tally extends Transform {
  private readonly hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, data: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) this.rows++;
    done(null, chunk);
  }

  result(): { rows: number; bytes: number; sha256: string } {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

const NEWLINE = 0x0a;

async function fill(archive: Pack, folder: string, contents: Manifest): Promise<void> {
  const mtime = new Date(contents.madeAt);
  archive.entry({ name: MANIFEST_FILE, mtime }, `${JSON.stringify(contents, null, 2)}\n`);
  for (const { name, bytes } of contents.tables) await addFile(archive, join(folder, name), { name: `${name}.copy`, size: bytes, mtime });
}

/** Makes the new name last through a power cut; not every system can do that for a folder. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
