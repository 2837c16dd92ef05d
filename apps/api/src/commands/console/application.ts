import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../../config.js';
import { migrate } from '../../data-source.js';
import { openDatabase, type OpenDatabase } from '../../database.js';
import { CommandModule } from './command.module.js';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Works with the database, the running application's or one that is started for the while; it is let go of whatever happens. */
export async function withDatabase<T>(config: Config, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, 'visit');
  const stops = Object.entries(SIGNALS).map(([signal, code]) => {
    const stop = (): void => void database.close().finally(() => process.exit(code));
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  try {
    return await work(database);
  } finally {
    for (const off of stops) off();
    await database.close();
  }
}

/** Works with the application's use cases on a database of this program's shape, without its way over HTTP. */
export async function withApplication<T>(
  config: Config,
  { ownerUrl, appUrl }: OpenDatabase,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  await migrate(ownerUrl);
  const app = await NestFactory.createApplicationContext(CommandModule.with(config, appUrl), { logger: false, abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
