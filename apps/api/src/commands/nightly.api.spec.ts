import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateAndFill, PATIENCE_MS, tamper } from '../integrity/kept-world.fixtures.js';
import { commandDesk } from './console/command-desk.fixtures.js';
import { nightlyCommand } from './nightly.js';

describe('the command nightly', () => {
  const desk = commandDesk();
  const noted = async (): Promise<unknown> => JSON.parse(await readFile(join(desk.dataDir, 'nightly.json'), 'utf8'));
  const outcome = (backup: string, verify: string) => ({ at: jasmine.stringMatching(/^\d{4}-\d\d-\d\dT/), backup, verify });

  it(
    'copies everything, tries the copy, checks everything and notes how that went',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await desk.withTrial();
      const { code, said, complained } = await desk.run(nightlyCommand, []);
      expect([code, complained]).toEqual([0, '']);
      expect(said).toMatch(/-nightly\.tar\.gz: made, and restored in the trial database\.[^]*Nothing is wrong: \d+ checks/);
      expect(await noted()).toEqual(outcome('ok', 'ok'));
      expect(await readdir(join(desk.dataDir, 'backup'))).toEqual([jasmine.stringMatching(/^slusen-.*-nightly\.tar\.gz$/)]);
    },
    PATIENCE_MS,
  );

  it(
    'checks also when the copy cannot be tried, and says what is lacking',
    async () => {
      await desk.onDatabase(migrateAndFill);
      const { code, said, complained } = await desk.run(nightlyCommand, []);
      expect(code).toBe(1);
      expect(complained).toMatch(/could not be tried, since there is no database \S+_trial; make it /);
      expect(said).toMatch(/Nothing is wrong/);
      expect(await noted()).toEqual(outcome('failed', 'ok'));
    },
    PATIENCE_MS,
  );

  it(
    'notes both when history was changed',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await desk.withTrial();
      await tamper(desk.database.ownerUrl, ['observation'], `update observation set value = value + 1 where period = '2024'`);
      const { code, complained } = await desk.run(nightlyCommand, []);
      expect([code, complained]).toEqual([1, jasmine.stringMatching(/The backup is not what was recorded/)]);
      expect(await noted()).toEqual(outcome('failed', 'failed'));
    },
    PATIENCE_MS,
  );

  it('takes no file', async () => {
    await desk.onDatabase(migrateAndFill);
    expect((await desk.run(nightlyCommand, ['x.tar.gz'])).complained).toMatch(/^nightly takes no file\./);
  });
});
