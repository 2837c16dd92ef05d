import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../embedded-postgres.js';
import { type EmbeddedOptions } from '../start-server.js';

/** Longest time for a spec that starts servers: they take seconds, but the machine may be busy. */
export const PATIENCE_MS = 60_000;

/** Folders and servers of a suite, and what the servers said; all of it goes with `clear`. */
export class Scratch {
  readonly messages: string[] = [];
  private readonly folders: string[] = [];
  private readonly servers: EmbeddedPostgres[] = [];

  /** A new folder that every user may pass. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'slusen-spec-'));
    await chmod(folder, 0o711);
    this.folders.push(folder);
    return folder;
  }

  /** Starts a server; it is stopped with the rest. */
  async start(dataDir: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
    const say = (message: string) => void this.messages.push(message);
    const server = await EmbeddedPostgres.start({ dataDir, log: { info: say, warn: say }, ...options });
    this.servers.push(server);
    return server;
  }

  async clear(): Promise<void> {
    for (const server of this.servers.splice(0)) await server.stop();
    for (const folder of this.folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    this.messages.length = 0;
  }
}

/** A data folder with a stopped database, as a first start leaves it; it goes with `scratch`. */
export async function madeFolder(scratch: Scratch): Promise<string> {
  const folder = await scratch.folder();
  await (await scratch.start(folder, { durable: false })).stop();
  return folder;
}

/** The rows of one statement, each as a list of values, over a connection of its own. */
export async function rowsOf(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}
