import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterVersion } from './cluster.js';
import { readCredentials, urlOf, type Credentials } from './credentials.js';
import { createDatabase, dropDatabase } from './databases.js';
import { inUse, InstanceLock, lockHolder } from './instance-lock.js';
import { DatabaseStartError, explainFailure } from './start-error.js';
import { CLUSTER, CREDENTIALS_FILE, DATABASE, startServer, type EmbeddedOptions, type StartedServer } from './start-server.js';

const LOCK = 'lock';

/** Addresses of the app's own database: one for the owner, who migrates, and one for the running app. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** A PostgreSQL that belongs to this program: made at the first start, kept running, and stopped with it. */
export class EmbeddedPostgres implements DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Superuser, for making and removing databases. */
  readonly adminUrl: string;
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly server: StartedServer,
    private readonly lock: InstanceLock,
  ) {
    ({ ownerUrl: this.ownerUrl, appUrl: this.appUrl } = urlsOf(server.credentials));
    this.adminUrl = urlOf(server.credentials, 'postgres', 'postgres');
  }

  /**
   * Starts the database in `dataDir`, making it where there is none and repairing what a crash left. Throws
   * DatabaseStartError, among others when another process of the app has the folder. Does not keep the process alive.
   */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    try {
      await mkdir(options.dataDir, { recursive: true, mode: 0o711 });
      const dataDir = await realpath(options.dataDir);
      const lock = await InstanceLock.acquire(join(dataDir, LOCK), options.purpose);
      try {
        return new EmbeddedPostgres(await startServer({ ...options, dataDir }), lock);
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      throw error instanceof DatabaseStartError ? error : explainFailure(String(error), options.dataDir);
    }
  }

  /**
   * Addresses of the database of an app that runs on `dataDir` now, for commands beside it, if one does. Throws
   * DatabaseStartError when a command has it, which would end the database under whoever joined it.
   */
  static async running(dataDir: string): Promise<DatabaseUrls | undefined> {
    const holder = await lockHolder(join(dataDir, LOCK));
    if (!holder) return undefined;
    if (holder.purpose === 'visit') throw inUse(holder);
    const credentials = await readCredentials(join(dataDir, CREDENTIALS_FILE));
    return credentials && urlsOf(credentials);
  }

  /** Whether a database was made in `dataDir`, running or not. Throws DatabaseStartError where something else stands in its place. */
  static async isMade(dataDir: string): Promise<boolean> {
    return (await clusterVersion(join(dataDir, CLUSTER))) !== undefined;
  }

  /** Makes the app's own database anew, with nothing in it, whatever it held and whoever is connected. */
  async empty(): Promise<void> {
    await this.dropDatabase(DATABASE);
    await this.createDatabase(DATABASE);
  }

  /** Number of the server's main process, or undefined while it is being started again. */
  get pid(): number | undefined {
    return this.server.supervisor.pid;
  }

  /** Calls `listener` whenever the database takes connections again after it died; returns how to end that. */
  onRestart(listener: () => void): () => void {
    return this.server.supervisor.onRestart(listener);
  }

  /** Makes a database that slusen_owner owns, a copy of `template` where one is given (without other connections). */
  async createDatabase(name: string, template?: string): Promise<void> {
    await createDatabase(this.adminUrl, name, template);
  }

  /** Removes a database with the sessions in it. */
  async dropDatabase(name: string): Promise<void> {
    await dropDatabase(this.adminUrl, name);
  }

  /** Ends all sessions and stops the server, within 20 seconds; may be called more than once. */
  stop(): Promise<void> {
    return (this.stopped ??= this.server.stop().finally(() => this.lock.release()));
  }

  /** For the end of a process that cannot wait: ends the server at once, which repairs itself at the next start. */
  abandon(): void {
    this.server.supervisor.abandon();
  }
}

function urlsOf(credentials: Credentials): DatabaseUrls {
  return {
    ownerUrl: urlOf(credentials, 'slusen_owner', DATABASE),
    appUrl: urlOf(credentials, 'slusen_app', DATABASE),
  };
}
