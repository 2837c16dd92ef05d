import { checkDatabase } from './check-database.js';
import type { Config } from './config.js';
import { requireOwnFolder } from './practice-folder.js';
import { EmbeddedPostgres, type Purpose } from '@slusen/embedded-postgres';

/** Where the database is, and how to let go of it. */
export interface OpenDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** An empty database of the owner's, where a backup is tried. */
  readonly trialUrl: string;
  close(): Promise<void>;
}

/**
 * The configured PostgreSQL, or the embedded one. To `serve`, a second program on the same data folder is refused; to
 * `visit` (a command), the running program's database is used, or started for the while; two commands cannot share one
 * that either started, so the second is refused. Throws DatabaseStartError
 * or, for addresses that lead nowhere and for a practice copy's folder that is taken for the real one's, ConfigError.
 */
export async function openDatabase(config: Config, purpose: Purpose): Promise<OpenDatabase> {
  await requireOwnFolder(config);
  const opened = await openedDatabase(config, purpose);
  return { ...opened, trialUrl: config.backup.trialUrl ?? besideOf(opened.ownerUrl) };
}

function besideOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.pathname += '_trial';
  return url.href;
}

async function openedDatabase({ database, dataDir }: Config, purpose: Purpose): Promise<Omit<OpenDatabase, 'trialUrl'>> {
  if (database) {
    // A program that goes on serving may wait for a database that is being started; who gave a command wants an answer.
    await checkDatabase(database, purpose === 'visit' ? 1 : undefined);
    return { appUrl: database.url, ownerUrl: database.ownerUrl, close: async () => {} };
  }
  const running = purpose === 'visit' ? await EmbeddedPostgres.running(dataDir) : undefined;
  if (running) return { appUrl: running.appUrl, ownerUrl: running.ownerUrl, close: async () => {} };
  const embedded = await EmbeddedPostgres.start({ dataDir, purpose, log: { info: () => {}, warn: say } });
  return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl, close: () => embedded.stop() };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
