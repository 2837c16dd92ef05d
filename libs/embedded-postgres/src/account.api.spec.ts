import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, isReachable } from './account.js';
import { findBinaries } from './binaries.js';
import { PATIENCE_MS, madeFolder, rowsOf, Scratch } from './testing/scratch.js';

const NOBODY = 65_534;

describe('embedded PostgreSQL started by root', () => {
  const scratch = new Scratch();
  beforeEach(() => {
    if (process.getuid?.() !== 0 || process.platform !== 'linux') pending('only root on Linux needs another account');
  });
  afterEach(() => scratch.clear(), PATIENCE_MS);

  const cases: [way: Account['way'], folder: string, mode: number][] = [
    ['user-namespace', 'a folder of root only', 0o700],
    ['other-user', 'a folder others may pass', 0o711],
    ['other-user-any-path', 'a folder of root only', 0o700],
  ];
  for (const [way, folder, mode] of cases) {
    it(
      `runs as ${way} on ${folder}`,
      async () => {
        const dataDir = await scratch.folder();
        await chmod(dataDir, mode);
        const programs = (await findBinaries(dataDir)).folder;
        // Where the project itself lies behind a folder of root only, nobody else can run the programs from there.
        if (way === 'other-user-any-path' && !(await isReachable(programs, NOBODY))) {
          const start = scratch.start(dataDir, { ways: [way] });
          await expectAsync(start).toBeRejectedWithError(
            `PostgreSQL refuses root, and no other user may enter ${programs}: start as an ordinary user.`,
          );
          return;
        }
        const database = await scratch.start(dataDir, { durable: false, ways: [way] });
        expect(await rowsOf(database.appUrl, 'SELECT 1')).toEqual([[1]]);
        const { uid } = await stat(join(dataDir, 'postgres'));
        if (way === 'user-namespace') expect(uid).toBe(0);
        else expect(uid).toBeGreaterThan(0);
      },
      PATIENCE_MS,
    );
  }

  it(
    'hands data made in another way over to the account it runs as now, and stays with it',
    async () => {
      const dataDir = await madeFolder(scratch);
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(0);
      const handed = await scratch.start(dataDir, { ways: ['other-user'] });
      expect(await rowsOf(handed.appUrl, 'SELECT 1')).toEqual([[1]]);
      await handed.stop();
      const { uid } = await stat(join(dataDir, 'postgres', 'base'));
      expect(uid).toBeGreaterThan(0);
      const kept = await scratch.start(dataDir);
      expect(await rowsOf(kept.appUrl, 'SELECT 1')).toEqual([[1]]);
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(uid);
    },
    PATIENCE_MS,
  );

  it(
    'says what to do when no account may enter the folder',
    async () => {
      const dataDir = await scratch.folder();
      await chmod(dataDir, 0o700);
      const start = scratch.start(dataDir, { ways: ['other-user'] });
      await expectAsync(start).toBeRejectedWithError(/refuses root.*start as an ordinary user/);
    },
    PATIENCE_MS,
  );
});
