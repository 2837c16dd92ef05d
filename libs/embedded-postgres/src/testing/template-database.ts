import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase, freezeDatabase } from '../databases.js';
import { type DatabaseUrls } from '../embedded-postgres.js';
import { externalServer, temporaryServer, type TestServer } from './test-server.js';

/** Makes the tables of an empty database, signed in as its owner; must close its connections. */
export type Migrate = (ownerUrl: string) => Promise<void>;

/** A migrated database of its own for one suite. */
export interface TestDatabase extends DatabaseUrls {
  /** Removes it, with whatever sessions are left in it. */
  drop(): Promise<void>;
}

const templates = new Map<Migrate, Promise<string>>();
let shared: Promise<TestServer> | undefined;
let made = 0;

/**
 * A fresh copy of a database that was migrated once per process: hand in the same `migrate` function everywhere. The
 * server is one embedded PostgreSQL for the process, or the one TEST_DATABASE_URL names (a superuser's address, on a
 * server that is there for specs, since its roles slusen_owner and slusen_app get new passwords).
 */
export async function testDatabase({ migrate }: { readonly migrate: Migrate }): Promise<TestDatabase> {
  const server = await (shared ??= openServer());
  const template = templates.get(migrate) ?? makeTemplate(server, migrate);
  templates.set(migrate, template);
  const name = newName();
  await createDatabase(server.adminUrl, name, await template);
  return { ...server.urlsOf(name), drop: () => dropDatabase(server.adminUrl, name) };
}

async function openServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL'];
  const server = await (url ? externalServer(url) : temporaryServer());
  process.once('beforeExit', () => void close(server));
  return server;
}

async function makeTemplate(server: TestServer, migrate: Migrate): Promise<string> {
  const name = newName();
  await createDatabase(server.adminUrl, name);
  await migrate(server.urlsOf(name).ownerUrl);
  await freezeDatabase(server.adminUrl, name);
  return name;
}

async function close(server: TestServer): Promise<void> {
  for (const template of templates.values()) await dropDatabase(server.adminUrl, await template.catch(() => newName()));
  await server.stop();
}

function newName(): string {
  made += 1;
  return `slusen_test_${process.pid}_${made}_${randomBytes(4).toString('hex')}`;
}
