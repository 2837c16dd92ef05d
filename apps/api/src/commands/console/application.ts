import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../../config.js';
import { openDatabase, type OpenDatabase } from '../../database.js';
import { migrateSafely } from '../../integrity/backup/migrate-safely.js';
import { CommandModule } from './command.module.js';
import { cancelUntil, Interruption } from './interruption.js';

/** The database of a command, and who may end its work before it is done. */
export interface CommandDatabase extends OpenDatabase {
  readonly interruption: Interruption;
}

/**
 * Works with the database, the running application's or one that is started for the while; it is let go of whatever happens. Throws
 * Interrupted when somebody ends the command before.
 */
export async function withDatabase<T>(config: Config, work: (database: CommandDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, 'visit');
  const interruption = new Interruption();
  try {
    return await interruption.during(() => work({ ...database, interruption }));
  } finally {
    await database.close();
  }
}

type Work<T> = (app: INestApplicationContext) => Promise<T>;

/** Works with the application's use cases on a database that is brought to this program's shape first, without its way over HTTP. */
export async function withApplication<T>(config: Config, database: CommandDatabase, work: Work<T>): Promise<T> {
  await migrateSafely(config, database);
  return inApplication(config, database, work);
}

/** The same on a database as it is. */
export async function inApplication<T>(config: Config, { appUrl, interruption }: CommandDatabase, work: Work<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(CommandModule.with(config, appUrl), { logger: false, abortOnError: false });
  let isOver = false;
  interruption.giveUp = () => cancelUntil(appUrl, () => isOver);
  try {
    return await work(app);
  } finally {
    await app.close();
    isOver = true;
  }
}
