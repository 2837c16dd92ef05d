import { randomBytes } from 'node:crypto';
import { chmod, chown, lchown, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, type Runnable } from './account.js';
import { ended, startProgram } from './programs.js';
import { type ServerLog } from './server-log.js';
import { DatabaseStartError, explainFailure } from './start-error.js';

const UNFINISHED = '.unfinished-';
/** A new cluster with the demonstration takes about 100 MB; the rest is room for its log of changes. */
const NEEDED_BYTES = 300 * 1024 * 1024;

/** What it takes to make a cluster (a folder that PostgreSQL can run on). */
export interface NewCluster extends Runnable {
  readonly folder: string;
  readonly password: string;
  readonly durable: boolean;
  readonly log: ServerLog;
}

/**
 * Version that made the cluster (for instance 18), or undefined when there is none; throws when the folder holds
 * something else, since nothing that might be data is ever removed.
 */
export async function clusterVersion(folder: string): Promise<string | undefined> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (typeof version === 'string') return version.trim();
  if (version.code !== 'ENOENT') throw explainFailure(version.message, folder);
  const content = await readdir(folder).catch(() => []);
  if (content.length === 0) return undefined;
  throw new DatabaseStartError('other', `The folder ${folder} holds something else than a database; move it away.`);
}

/**
 * Makes a cluster with Swedish sorting, checksums and password sign-in, under another name first, so that a crash on
 * the way leaves no half cluster behind.
 */
export async function createCluster(wanted: NewCluster): Promise<void> {
  const { folder, account } = wanted;
  const free = await statfs(dirname(folder));
  if (free.bavail * free.bsize < NEEDED_BYTES) throw explainFailure('ENOSPC', dirname(folder));
  const unfinished = `${folder}${UNFINISHED}${randomBytes(6).toString('hex')}`;
  const passwordFile = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, `${wanted.password}\n`, { mode: 0o600, flush: true });
    for (const path of [unfinished, passwordFile]) await giveTo(account, path);
    await initialise({ ...wanted, folder: unfinished }, passwordFile);
    // An empty folder may stand there, which not every system replaces.
    await rmdir(folder).catch(() => undefined);
    await rename(unfinished, folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    throw error instanceof DatabaseStartError ? error : explainFailure(String(error), dirname(folder));
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Makes the account the owner of a cluster that root made in another way (PostgreSQL insists on it). */
export async function takeOver(account: Account, folder: string): Promise<void> {
  const { owner } = account;
  if (!owner) return;
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), owner.uid, owner.gid);
  await giveTo(account, folder);
}

/** Takes back what others may do in a cluster: copying one often opens it to all, and PostgreSQL then refuses to run on it. */
export async function keepPrivate(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(folder);
  if (mode & 0o077) await chmod(folder, 0o700);
}

async function initialise({ account, binaries, folder, durable, log }: NewCluster, passwordFile: string): Promise<void> {
  const args = ['-D', folder, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale-provider=icu', '--icu-locale=sv-SE', '--locale=C', '--data-checksums'];
  const launch = account.launch(binaries.program('initdb'), [...args, ...locale, ...(durable ? [] : ['--no-sync'])]);
  const { child, from } = await startProgram(launch, log, dirname(folder));
  const { code } = await ended(child);
  if (code !== 0) throw explainFailure(await log.since(from), dirname(folder));
}

async function giveTo({ owner }: Account, path: string): Promise<void> {
  if (owner) await chown(path, owner.uid, owner.gid);
}

/** Removes what starts left that were killed while they made a cluster. */
export async function removeUnfinished(folder: string): Promise<void> {
  const prefix = `${folder}${UNFINISHED}`;
  for (const name of await readdir(dirname(folder))) {
    const path = join(dirname(folder), name);
    // An initdb that outlived its parent may still write there; what it leaves goes at the next start.
    if (path.startsWith(prefix)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Without it a power cut could forget the new name. Windows cannot open folders, and needs it less. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
