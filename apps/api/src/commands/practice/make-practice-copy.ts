import { EmbeddedPostgres } from '@slusen/embedded-postgres';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.js';
import { DEMO_ACCOUNTS_FILE } from '../../demo/demo-passwords.js';
import { VAULT_FILE } from '../../identity/second-factor/vault.js';
import { makeBackup } from '../../integrity/backup/backup.js';
import { restoreBackup, type Restored } from '../../integrity/backup/restore.js';
import { headsFile, noteHead } from '../../integrity/heads/head-lines.js';
import { VERSION } from '../../platform/version.js';
import { readPracticeMark, writePracticeMark } from '../../practice-folder.js';
import { practiceOf } from '../../practice-settings.js';
import { withDatabase } from '../console/application.js';
import type { Desk } from '../console/command.js';
import { withProgress } from '../console/progress.js';
import { CommandError } from '../console/sentences.js';
import { requirePracticePlace } from './practice-place.js';

/** What signing in needs beside the database, so that the same people come in with the same passwords and telephones. */
const KEYS = [VAULT_FILE, DEMO_ACCOUNTS_FILE];

type At = Pick<Desk, 'config' | 'terminal'>;

/**
 * Sees to it that there is a practice copy, a new one where it is wanted `anew`, and gives its settings. Of the real one it only reads. Throws
 * CommandError, BackupError or DatabaseStartError; a copy that was not finished is made again the next time.
 */
export async function makePracticeCopy(at: At, { anew }: { readonly anew: boolean }): Promise<Config> {
  const { config, terminal } = at;
  const practice = practiceOf(config);
  await requirePracticePlace(config);
  const mark = await readPracticeMark(practice.dataDir);
  if (mark?.filledAt && !anew) {
    const what = mark.from === 'copy' ? 'the copy made' : 'the demonstration begun';
    terminal.say(`Practice goes on with ${what} ${mark.filledAt}; with --anew it begins anew.`);
    return practice;
  }
  const from = (await isThere(config)) ? 'copy' : 'demonstration';
  if (from === 'demonstration' && !config.demo)
    throw new CommandError('There is nothing to practise on yet: start the program once (npm start), or set DEMO=1 for the demonstration.');
  if (!mark) await writePracticeMark(practice.dataDir, { filledAt: null, from });
  await fill(at, { folder: practice.dataDir, from });
  await writePracticeMark(practice.dataDir, { filledAt: new Date().toISOString(), from });
  return practice;
}

async function isThere({ database, dataDir }: Config): Promise<boolean> {
  return database !== undefined || (await EmbeddedPostgres.isMade(dataDir));
}

interface Filling {
  readonly folder: string;
  readonly from: 'copy' | 'demonstration';
}

/** The real one is copied first: where that fails, what was practised on stays. */
async function fill(at: At, { folder, from }: Filling): Promise<void> {
  const { config, terminal } = at;
  const log = { info: () => {}, warn: (line: string) => terminal.complain(line) };
  const server = await EmbeddedPostgres.start({ dataDir: folder, purpose: 'visit', log });
  const path = join(folder, 'copy.tar.gz');
  try {
    await rm(path, { force: true });
    if (from === 'copy')
      await withDatabase(config, ({ ownerUrl }) =>
        withProgress(terminal, 'Copying', () => makeBackup({ ownerUrl, path, version: VERSION })),
      );
    await writePracticeMark(folder, { filledAt: null, from });
    await server.empty();
    await rm(headsFile(folder), { force: true });
    for (const name of KEYS) await bring(name, config.dataDir, folder);
    if (from === 'demonstration') return;
    const order = { ownerUrl: server.ownerUrl, path, mayReplace: false };
    await tellOf(await withProgress(terminal, 'Filling the practice copy', () => restoreBackup(order)), { at, folder });
  } finally {
    // It holds password hashes.
    await rm(path, { force: true });
    await server.stop();
  }
}

async function tellOf({ tables, madeAt, head }: Restored, { at, folder }: { at: At; folder: string }): Promise<void> {
  if (head) await noteHead(headsFile(folder), { ...head, at: new Date().toISOString(), isRestored: true });
  at.terminal.say(`The practice copy holds everything as it was ${madeAt}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows.`);
}

async function bring(name: string, from: string, to: string): Promise<void> {
  await rm(join(to, name), { force: true });
  await copyFile(join(from, name), join(to, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
