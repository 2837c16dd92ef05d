import { readConfig, type Config } from './config.js';
import { openDatabase } from './database.js';
import { madeFolder, PATIENCE_MS, rowsOf, Scratch } from '@slusen/embedded-postgres/testing';

describe('the database that comes with the program', () => {
  const scratch = new Scratch();
  let config: Config;
  beforeAll(async () => (config = readConfig({ DATA_DIR: await madeFolder(scratch) })), PATIENCE_MS);
  afterAll(() => scratch.clear(), PATIENCE_MS);

  it(
    'is not shared by two commands, since the first to finish would stop it',
    async () => {
      const first = await openDatabase(config, 'visit');
      try {
        const refused = `A command of SLUSEN is at work on this data folder (process ${process.pid}); try again when it is done.`;
        await expectAsync(openDatabase(config, 'visit')).toBeRejectedWithError(refused);
        await expectAsync(openDatabase(config, 'serve')).toBeRejectedWithError(refused);
        expect(await rowsOf(first.appUrl, 'select 1')).toEqual([[1]]);
      } finally {
        await first.close();
      }
      const second = await openDatabase(config, 'visit');
      expect(await rowsOf(second.appUrl, 'select 1')).toEqual([[1]]);
      await second.close();
    },
    PATIENCE_MS,
  );

  it(
    'is shared by commands beside the application, which alone stops it',
    async () => {
      const app = await openDatabase(config, 'serve');
      try {
        const commands = await Promise.all([openDatabase(config, 'visit'), openDatabase(config, 'visit')]);
        for (const command of commands) await command.close();
        expect(await rowsOf(app.appUrl, 'select 1')).toEqual([[1]]);
      } finally {
        await app.close();
      }
    },
    PATIENCE_MS,
  );
});
