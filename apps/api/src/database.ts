import type { Config } from './config.js';
import { EmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js';

/** Where the database is, and how to let go of it. */
export interface OpenDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  close(): Promise<void>;
}

/**
 * The configured PostgreSQL, or the embedded one. To `serve`, a second program on the same data folder is refused; to
 * `visit` (a command), the running program's database is used, or started for the while.
 */
export async function openDatabase({ database, dataDir }: Config, purpose: 'serve' | 'visit'): Promise<OpenDatabase> {
  if (database) return { appUrl: database.url, ownerUrl: database.ownerUrl, close: async () => {} };
  const running = purpose === 'visit' ? await EmbeddedPostgres.running(dataDir) : undefined;
  if (running) return { appUrl: running.appUrl, ownerUrl: running.ownerUrl, close: async () => {} };
  const embedded = await EmbeddedPostgres.start({ dataDir, log: { info: () => {}, warn: say } });
  return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl, close: () => embedded.stop() };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
