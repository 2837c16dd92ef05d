/** Databases of a run, on the PostgreSQL that the measured application itself brought. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Addresses of a database on the server of a data folder, for its two roles: `{ app, owner }`. */
export async function databaseUrls(dataDir, name = 'slusen') {
  const { port, passwords } = await credentials(dataDir);
  const url = (role) => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${name}`;
  return { app: url('slusen_app'), owner: url('slusen_owner') };
}

/** The settings that make a program use a database of that server instead of one of its own. */
export async function databaseSettings(dataDir, name) {
  const { app, owner } = await databaseUrls(dataDir, name);
  return { DATABASE_URL: app, DATABASE_OWNER_URL: owner };
}

/** Makes a database that slusen_owner owns, a copy of `template` where one is given (nobody may be connected to it). */
export async function createDatabase(dataDir, name, template) {
  const copy = template ? ` template ${pg.escapeIdentifier(template)}` : '';
  const { port, passwords } = await credentials(dataDir);
  const admin = `postgres://postgres:${passwords.postgres}@127.0.0.1:${port}`;
  await withClient(`${admin}/postgres`, (client) => client.query(`create database ${pg.escapeIdentifier(name)} owner slusen_owner${copy}`));
  // A copy keeps the rights inside it, a new database has none yet.
  if (template) return;
  await withClient(`${admin}/${name}`, async (client) => {
    await client.query('alter schema public owner to slusen_owner');
    await client.query('revoke create on schema public from public');
  });
}

/** Drops a database that nobody is connected to. */
export async function dropDatabase(dataDir, name) {
  const { port, passwords } = await credentials(dataDir);
  const admin = `postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/postgres`;
  await withClient(admin, (client) => client.query(`drop database ${pg.escapeIdentifier(name)}`));
}

/** Runs work on a connection of its own and closes it. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function credentials(dataDir) {
  return JSON.parse(await readFile(join(dataDir, 'database.json'), 'utf8'));
}
