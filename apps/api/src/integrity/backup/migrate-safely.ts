import type { Config } from '../../config.js';
import { migrate } from '../../data-source.js';
import type { OpenDatabase } from '../../database.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { newClient } from '../../platform/connection.js';
import { VERSION } from '../../platform/version.js';
import { makeProvenBackup } from './proven-backup.js';
import { migrationNames } from './tables.js';

/**
 * Brings the database to this program's shape. Where it has tables of an earlier version, everything is copied first and the copy tried;
 * throws BackupError with one sentence when that fails, with nothing changed.
 */
export async function migrateSafely({ backup }: Config, { ownerUrl, trialUrl }: OpenDatabase): Promise<void> {
  if (await isOfEarlierVersion(ownerUrl))
    await makeProvenBackup({ ...backup, ownerUrl, trialUrl, occasion: 'before-migration', version: VERSION }, new Date());
  await migrate(ownerUrl);
}

async function isOfEarlierVersion(ownerUrl: string): Promise<boolean> {
  const client = newClient(ownerUrl, { application_name: 'slusen-migrate' });
  try {
    await client.connect();
    const made = new Set(await migrationNames(client));
    return made.size > 0 && MIGRATIONS.some((Migration) => !made.has(new Migration().name ?? Migration.name));
  } finally {
    await client.end();
  }
}
