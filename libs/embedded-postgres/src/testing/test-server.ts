import { createHmac } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRoles, withDatabase } from '../databases.js';
import { EmbeddedPostgres, type DatabaseUrls } from '../embedded-postgres.js';
import { lockHolder } from '../instance-lock.js';
import { clearLeftover, trySignal } from '../leftover.js';

const PREFIX = 'slusen-test-';
const OLD_MS = 10 * 60 * 1000;

/** A server for specs, on which databases can be made and thrown away. */
export interface TestServer {
  readonly adminUrl: string;
  /** Addresses of one of its databases. */
  urlsOf(database: string): DatabaseUrls;
  /** Ends the server, if it was started for this process. */
  stop(): Promise<void>;
}

/** A server that others run: the roles' passwords follow from the administrator's, the same in every process. */
export async function externalServer(adminUrl: string): Promise<TestServer> {
  const secret = decodeURIComponent(new URL(adminUrl).password) || 'none';
  const password = (role: string) => createHmac('sha256', secret).update(role).digest('base64url');
  const passwords = { slusen_owner: password('slusen_owner'), slusen_app: password('slusen_app') };
  await ensureRoles(adminUrl, passwords);
  const url = (database: string, name: keyof typeof passwords) => withDatabase(adminUrl, database, { name, password: passwords[name] });
  return {
    adminUrl,
    urlsOf: (database) => ({ ownerUrl: url(database, 'slusen_owner'), appUrl: url(database, 'slusen_app') }),
    stop: () => Promise.resolve(),
  };
}

/** An embedded server in a temporary folder, which does not wait for the disk and goes when the process ends. */
export async function temporaryServer(): Promise<TestServer> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  await chmod(dataDir, 0o711);
  const log = { info: () => undefined, warn: (message: string) => process.stderr.write(`${message}\n`) };
  const server = await EmbeddedPostgres.start({ dataDir, durable: false, log });
  const abandon = () => {
    server.abandon();
    removeWhenEnded(dataDir);
  };
  process.once('exit', abandon);
  return {
    adminUrl: server.adminUrl,
    urlsOf: (database) => ({
      ownerUrl: withDatabase(server.ownerUrl, database),
      appUrl: withDatabase(server.appUrl, database),
    }),
    stop: async () => {
      process.off('exit', abandon);
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits without the event loop, which no longer turns at the end of a process. What it leaves goes in a later run. */
function removeWhenEnded(dataDir: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 40 && existsSync(join(dataDir, 'postgres', 'postmaster.pid')); tries += 1) {
    Atomics.wait(pause, 0, 0, 50);
  }
  try {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    process.stderr.write(`${dataDir} could not be removed: ${String(error)}\n`);
  }
}

/** A run that was killed could not tidy up after itself: its server is ended and its folder removed. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(PREFIX)) await removeIfAbandoned(join(tmpdir(), name)).catch(() => undefined);
  }
}

async function removeIfAbandoned(folder: string): Promise<void> {
  const lock = join(folder, 'lock');
  if (await lockHolder(lock)) return;
  // Without a lock it may be one that another run is making at this moment.
  const hadOwner = await stat(lock).catch(() => undefined);
  if (!hadOwner && Date.now() - (await stat(folder)).mtimeMs < OLD_MS) return;
  await clearLeftover(join(folder, 'postgres'), async (pid) => trySignal(pid, 'SIGQUIT'));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
