import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../../config.js';
import { migrate } from '../../data-source.js';
import { openDatabase, type OpenDatabase } from '../../database.js';
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

/** Works with the application's use cases on a database of this program's shape, without its way over HTTP. */
export async function withApplication<T>(
  config: Config,
  { ownerUrl, appUrl, interruption }: CommandDatabase,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  await migrate(ownerUrl);
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
