import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBackup } from './backup.js';
import { BackupError } from './manifest.js';
import { restoreBackup } from './restore.js';

/** Why a copy is made without anybody asking for it; part of its name. */
export type BackupOccasion = 'nightly' | 'before-migration';

/** What is copied, where it is tried, and where copies are kept. */
export interface ProvenBackupOrder {
  readonly ownerUrl: string;
  readonly trialUrl: string;
  readonly folder: string;
  /** How many of the occasion stay. */
  readonly keep: number;
  readonly occasion: BackupOccasion;
  readonly version: string;
}

/**
 * Copies everything into a new file of the folder and restores that in the trial database, where nothing stays; then the oldest copies of
 * the same occasion go. Throws BackupError with one sentence when it cannot be made or restored: every copy stays then.
 */
export async function makeProvenBackup(order: ProvenBackupOrder, now: Date): Promise<string> {
  const { ownerUrl, trialUrl, folder, occasion, version } = order;
  const path = join(folder, `slusen-${stampOf(now)}-${occasion}.tar.gz`);
  await makeBackup({ ownerUrl, path, version });
  await tryRestore(path, trialUrl);
  await removeOldest(order);
  return path;
}

/** `2026-11-24-103000`, in UTC, so that names sort as they were made. */
export function stampOf(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}

async function tryRestore(path: string, trialUrl: string): Promise<void> {
  try {
    await restoreBackup({ ownerUrl: trialUrl, path, mayReplace: false, isTrial: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const name = decodeURIComponent(new URL(trialUrl).pathname.slice(1));
    if (code === '3D000')
      throw new BackupError(
        `The backup ${path} could not be tried, since there is no database ${name}; make it as docker/create-roles.sh does, or name another in DATABASE_TRIAL_URL.`,
        { cause: error },
      );
    throw new BackupError(`The backup ${path} could not be restored in the trial database ${name}: ${message}`, { cause: error });
  }
}

async function removeOldest({ folder, occasion, keep }: ProvenBackupOrder): Promise<void> {
  const pattern = new RegExp(`^slusen-\\d{4}-\\d\\d-\\d\\d-\\d{6}-${occasion}\\.tar\\.gz$`);
  const copies = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  for (const name of copies.slice(0, -keep)) await rm(join(folder, name));
}
