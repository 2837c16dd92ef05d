import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../data-source.js';
import { migrateAndFill, migrateAndFillAsBefore, PATIENCE_MS } from '../kept-world.fixtures.js';
import { makeBackup } from './backup.js';
import type { Manifest } from './manifest.js';
import { restoreBackup } from './restore.js';

/** Names of all that a database holds. */
export const TABLES = `select c.relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') order by 1`;

export const nothing = async (): Promise<void> => {};

/** A kept world as the program before the latest migrations would have it. */
export const before =
  (migrations: number) =>
  async (ownerUrl: string): Promise<void> => {
    await migrateAndFillAsBefore(ownerUrl);
    const source = await new DataSource(dataSourceOptions({ url: ownerUrl, poolSize: 2 })).initialize();
    for (let undone = 0; undone < migrations; undone++) await source.undoLastMigration({ transaction: 'each' });
    await source.destroy();
  };

/** A kept world, its backup in a folder of its own, and databases to restore it to. */
class BackedUpWorld {
  folder!: string;
  file!: string;
  source!: TestDatabase;
  made!: Manifest;
  private readonly others: TestDatabase[] = [];

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'slusen-backup-'));
    this.source = await testDatabase({ migrate: migrateAndFill });
    this.file = join(this.folder, 'kept.tar.gz');
    this.made = await makeBackup({ ownerUrl: this.source.ownerUrl, path: this.file, version: '0.1.0' });
  }

  async close(): Promise<void> {
    await this.source.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async database(fill: (ownerUrl: string) => Promise<void>): Promise<TestDatabase> {
    const other = await testDatabase({ migrate: fill });
    this.others.push(other);
    return other;
  }

  async dropOthers(): Promise<void> {
    for (const other of this.others.splice(0)) await other.drop();
  }

  async rows(url: string, sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  restore({ ownerUrl }: TestDatabase, path = this.file, mayReplace = false) {
    return restoreBackup({ ownerUrl, path, mayReplace });
  }
}

/** One such world for the specs of the surrounding `describe`. */
export function backedUpWorld(): BackedUpWorld {
  const world = new BackedUpWorld();
  beforeAll(() => world.open(), PATIENCE_MS);
  afterAll(() => world.close(), PATIENCE_MS);
  afterEach(() => world.dropOthers(), PATIENCE_MS);
  return world;
}
