import { Logger, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { prepareJobs } from './jobs/prepare-jobs.js';
import { MIGRATIONS } from './migrations/index.js';
import { pinned } from './platform/connection.js';
import { SnakeNaming } from './platform/naming.js';
import { PatientClient } from './platform/patient-client.js';
import { JoiningDataSource } from './platform/transactions.js';
import { ROWS } from './rows.js';

// Numbers as numbers: figures have at most 15 + 6 digits that came from a double, and sequence numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date has no time zone, so it stays the text it is.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** Connections are let go of when the database does not answer in time: for who serves people; a command may take long. */
  readonly isServing?: boolean;
}

/** Options of both data sources: the owner's (migrations) and the app's, which owns nothing. */
export function dataSourceOptions({ url, poolSize = 12, applicationName, isServing = false }: DataSourceSettings): PostgresOptions {
  return {
    type: 'postgres',
    url: pinned(url),
    entities: ROWS,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    ...(applicationName ? { applicationName } : {}),
    poolSize,
    parseInt8: true,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    // A full pool answers 503 within two seconds instead of letting everyone wait; some of them go to the rest of the answer.
    connectTimeoutMS: 1700,
    extra: {
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      ...(isServing ? { Client: PatientClient } : {}),
    },
  };
}

/**
 * The running program's data source, with two pools on its one database: whoever only reads never waits for someone who writes. TypeORM
 * calls the second one a replica; repositories read there by themselves outside of transactions, and everything else goes to the first.
 */
export function databaseModule({ url, applicationName = 'slusen', ...settings }: DataSourceSettings): DynamicModule {
  const logger = new Logger('database');
  const address = pinned(url);
  const options: PostgresOptions = {
    ...dataSourceOptions({ url, ...settings }),
    replication: { master: { url: address, applicationName }, slaves: [{ url: address, applicationName: `${applicationName}-read` }] },
    // A connection that breaks while nobody uses it is replaced at the next use.
    poolErrorHandler: (error: Error) => logger.warn(`A connection broke: ${error.message}`),
  };
  return TypeOrmModule.forRootAsync({
    useFactory: () => ({ ...options, retryAttempts: 0 }),
    dataSourceFactory: async () => new JoiningDataSource(options),
  });
}

/** What PostgreSQL says when a table, a column or something else of that name is there: `42P07` and its siblings. */
const IS_THERE = /^42(P0[3-7]|701|710|723)$/;

/** A migration that makes what is there stumbles over a list that does not name it. */
function explain(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  if (!IS_THERE.test(code ?? '')) throw error;
  throw new Error(`The tables are not as the list of migrations says (${message}); npm run verify says what is wrong.`, { cause: error });
}

/** Brings the database to this build's shape as its owner; waits for a sibling that is doing the same. */
export async function migrate(ownerUrl: string): Promise<void> {
  const owner = await new DataSource(dataSourceOptions({ url: ownerUrl, poolSize: 2, applicationName: 'slusen-migrate' })).initialize();
  try {
    const lock = owner.createQueryRunner();
    try {
      await lock.query(`select pg_advisory_lock(hashtext('slusen.migrate'))`);
      await owner.runMigrations({ transaction: 'each' }).catch(explain);
      await prepareJobs(ownerUrl);
    } finally {
      await lock.query(`select pg_advisory_unlock(hashtext('slusen.migrate'))`);
      await lock.release();
    }
  } finally {
    await owner.destroy();
  }
}
