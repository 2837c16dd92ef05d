import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { prepareJobs } from '../../jobs/prepare-jobs.js';
import { Tally } from '../backup/backup.js';
import {
  asOwner,
  bringUp,
  dropEverything,
  isEmpty,
  requireAlone,
  requireKnown,
  requireUntouched,
  setCounters,
} from '../backup/fill-database.js';
import { fillEach, pour } from '../backup/fill-tables.js';
import { BackupError, type TableEntry } from '../backup/manifest.js';
import { LATEST_HEAD, type Head } from '../heads/head-lines.js';
import { MANIFEST_FILE, PEOPLE, readExportManifest, README_FILE, type ExportManifest } from './export-manifest.js';
import { csvIn, csvOut, exportedTables } from './export-tables.js';
import { closeAccounts, namePeople, shutWaysIn } from './people-left-behind.js';

/** What was read in, and where the chain ends now: after what says that nobody's way to sign in came along. */
export type Imported = ExportManifest & { readonly headNow: Head | undefined };

/**
 * Reads an export into an empty database in one transaction as the tables' owner: all of it or nothing. Files are compared with the
 * manifest, what is stored with the files, and every row with the chain. Nobody can sign in by what they had before; the audit trail says
 * so. Throws BackupError with one sentence.
 */
export async function readExport({ ownerUrl, folder }: { readonly ownerUrl: string; readonly folder: string }): Promise<Imported> {
  const contents = readExportManifest(await readText(join(folder, MANIFEST_FILE)));
  requireKnown(contents, 'export');
  await requireTheseFiles(folder, contents);
  let headNow: Head | undefined;
  await asOwner({ ownerUrl, isTrial: false }, async (client, makeTables) => {
    await requireAlone(client);
    if (!(await isEmpty(client))) throw new BackupError('The database is not empty; an export is read into a new installation only.');
    await dropEverything(client);
    await makeTables(contents.migrations.length);
    await fillTables(client, folder, contents);
    await setCounters(client, contents);
    await compare(client, contents);
    await bringUp(client, contents, makeTables);
    await shutWaysIn(client);
    if (contents.withPeople) await namePeople(client, (sink) => fill(sink, folder, peopleOf(contents)));
    else await closeAccounts(client);
    await requireUntouched(client, 'export');
    headNow = (await client.query<Head>(LATEST_HEAD)).rows[0];
  });
  await prepareJobs(ownerUrl);
  return { ...contents, headNow };
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: { code?: string }) => {
    throw new BackupError(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read (${error.code ?? 'unknown reason'}).`,
    );
  });
}

/** One file too many may be meant to be read, too. */
async function requireTheseFiles(folder: string, { tables }: ExportManifest): Promise<void> {
  const wanted = new Set([MANIFEST_FILE, README_FILE, ...tables.map(({ name }) => `${name}.csv`)]);
  const there = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const missing = [...wanted].find((name) => name !== README_FILE && !there.includes(name));
  if (missing) throw new BackupError(`The export is damaged: the file ${missing} is missing.`);
  const unknown = there.find((name) => !wanted.has(name));
  if (unknown) throw new BackupError(`The file ${unknown.slice(0, 100)} does not belong to the export; take it out of the folder first.`);
}

async function fillTables(client: pg.ClientBase, folder: string, contents: ExportManifest): Promise<void> {
  const there = await exportedTables(client);
  await fillEach({ what: 'export', tables: tablesOf(contents), there }, (table) =>
    fill(client.query(copyFrom(csvIn(table))), folder, table),
  );
}

async function fill(sink: Writable, folder: string, { name, sha256 }: TableEntry): Promise<void> {
  const rows = createReadStream(join(folder, `${name}.csv`));
  await pour({ what: 'export', called: `${name}.csv`, rows, sha256 }, sink);
}

/** Reads back what was stored: its digest must be the file's. */
async function compare(client: pg.ClientBase, contents: ExportManifest): Promise<void> {
  const there = new Map((await exportedTables(client)).map((table) => [table.name, table]));
  for (const { name, columns, sha256 } of tablesOf(contents)) {
    const tally = new Tally();
    const stored = csvOut({ name, columns, orderedBy: there.get(name)?.orderedBy ?? [] }, { isStripped: false });
    await pipeline(client.query(copyTo(stored)), tally, new Writable({ write: (_chunk, _encoding, done) => done() }));
    if (tally.result().sha256 !== sha256) throw new BackupError(`The table ${name} was not stored as the export has it.`);
  }
}

const tablesOf = ({ tables }: ExportManifest): readonly TableEntry[] => tables.filter(({ name }) => name !== PEOPLE);

function peopleOf({ tables }: ExportManifest): TableEntry {
  const people = tables.find(({ name }) => name === PEOPLE);
  if (!people) throw new BackupError(`The export is damaged: ${MANIFEST_FILE} names no people.`);
  return people;
}
