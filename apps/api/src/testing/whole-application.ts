import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { Clock } from '../platform/clock.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { INSTALLATION } from './installation.js';
import { migrateOffice, PASSWORD, type Person } from './office.js';
import { Visitor } from './visitor.js';

/** The application as it listens, on a copy of the office's database. */
export interface WholeApplication {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** Someone without an account. */
  visitor(address?: string): Visitor;
  /** Someone of the office, signed in; each person signs in once. */
  as(person: Person): Promise<Visitor>;
  /** The same in a session of its own. */
  asAnew(person: Person): Promise<Visitor>;
  /** The rows of one statement, as the owner of the tables sees them. */
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Moves the program's clock from now on, by milliseconds. */
  later(milliseconds: number): void;
  close(): Promise<void>;
}

/** Starts everything, with other settings where some are named. */
export async function wholeApplication(env: Readonly<Record<string, string>> = {}): Promise<WholeApplication> {
  const database = await testDatabase({ migrate: migrateOffice });
  const dataDir = join(tmpdir(), 'slusen-spec-none', randomUUID());
  const config = readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION, DATA_DIR: dataDir, ...env });
  const app = await createApplication(config, database.appUrl);
  await app.getHttpAdapter().getInstance().ready();
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => undefined);
  const signedIn = new Map<Person, Promise<Visitor>>();
  const clock = app.get(Clock);
  return {
    app,
    database,
    visitor: (address) => new Visitor(app, address),
    as: (person) => signedIn.get(person) ?? remember(signedIn, person, signIn(app, person)),
    asAnew: (person) => signIn(app, person),
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query<Row & pg.QueryResultRow>(sql, [...values])).rows,
    later: (milliseconds) => void (clock.now = () => new Date(Date.now() + milliseconds)),
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Takes every connection that the application may have open at once; gives what lets go of them again. */
export async function takeConnections(app: NestFastifyApplication): Promise<() => Promise<void>> {
  const source = app.get(DataSource);
  const each = Array.from({ length: source.options.poolSize ?? 0 });
  const runners = each.flatMap(() => [source.createQueryRunner('master'), source.createQueryRunner('slave')]);
  await Promise.all(runners.map((runner) => runner.connect()));
  return async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.release()));
  };
}

async function signIn(app: NestFastifyApplication, person: Person): Promise<Visitor> {
  const visitor = new Visitor(app);
  const { status, text } = await visitor.signIn(person, PASSWORD);
  if (status !== 201) throw new Error(`${person} could not sign in: ${text}`);
  return visitor;
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}
