import { RULE_VERSION } from '@slusen/domain';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { newClient } from '../../platform/connection.js';
import { Tally } from '../backup/backup.js';
import { BackupError, type TableEntry } from '../backup/manifest.js';
import { migrationNames, plainSession, readSequences } from '../backup/tables.js';
import { LATEST_HEAD, type Head } from '../heads/head-lines.js';
import { exportManifest, MANIFEST_FILE, PEOPLE, README_FILE, type ExportManifest } from './export-manifest.js';
import { csvOut, exportedTables, PEOPLE_OUT } from './export-tables.js';
import { readmeText } from './readme-text.js';

/** What is exported, and where to. */
export interface ExportOrder {
  /** The database, of a role that reads every table. */
  readonly url: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  /** Of the program. */
  readonly version: string;
  /** With names, user names and mail addresses. */
  readonly withPeople: boolean;
}

/**
 * Writes everything as it was at one moment into a folder: a file of comma separated values for each table, what it is in a README, and a
 * manifest with the digest of each. Nothing that lets anybody in is among it. The folder appears whole or not at all. Throws BackupError.
 */
export async function writeExport({ url, folder, version, withPeople }: ExportOrder): Promise<ExportManifest> {
  const target = resolve(folder);
  if (await stat(target).catch(() => undefined)) throw new BackupError(`${folder} is there already; name another folder.`);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const contents = exportManifest.parse({
      ...{ format: 1, kind: 'export', product: 'slusen', version, ruleVersion: RULE_VERSION, withPeople },
      madeAt: new Date().toISOString(),
      ...(await writeTables({ url, work, withPeople })),
    });
    await writeFile(join(work, README_FILE), readmeText(contents));
    await writeFile(join(work, MANIFEST_FILE), `${JSON.stringify(contents, null, 2)}\n`);
    await rename(work, target);
    return contents;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type Written = Pick<ExportManifest, 'migrations' | 'tables' | 'sequences' | 'head'>;

async function writeTables(order: { url: string; work: string; withPeople: boolean }): Promise<Written> {
  const client = newClient(order.url, { application_name: 'slusen-export' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    await plainSession(client);
    const migrations = await migrationNames(client);
    if (migrations.length === 0) throw new BackupError('There is nothing to export: the database has no tables yet.');
    const tables: TableEntry[] = [];
    const write = async (name: string, columns: readonly string[], statement: string): Promise<void> =>
      void tables.push({ name, columns: [...columns], ...(await copyToFile(client, statement, join(order.work, `${name}.csv`))) });
    for (const table of await exportedTables(client)) await write(table.name, table.columns, csvOut(table, { isStripped: true }));
    if (order.withPeople) await write(PEOPLE, ['id', 'username', 'name', 'email'], PEOPLE_OUT);
    const head = (await client.query<Head>(LATEST_HEAD)).rows[0] ?? null;
    const sequences = await readSequences(client);
    await client.query('commit');
    return { migrations, tables, sequences, head: head && { seq: Number(head.seq), hash: head.hash } };
  } finally {
    await client.end();
  }
}

async function copyToFile(client: pg.ClientBase, statement: string, path: string): Promise<Pick<TableEntry, 'rows' | 'bytes' | 'sha256'>> {
  const tally = new Tally();
  const copied = client.query(copyTo(statement));
  await pipeline(copied, tally, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  const { bytes, sha256 } = tally.result();
  // A line end may stand within a value, so lines are no rows.
  return { rows: copied.rowCount, bytes, sha256 };
}
