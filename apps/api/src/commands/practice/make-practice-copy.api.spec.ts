import { EmbeddedPostgres } from '@slusen/embedded-postgres';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ConfigError, readConfig } from '../../config.js';
import { openDatabase } from '../../database.js';
import { makeBackup } from '../../integrity/backup/backup.js';
import { migrateAndFill, PATIENCE_MS } from '../../integrity/kept-world.fixtures.js';
import { INSTALLATION } from '../../testing/installation.js';
import { writePracticeMark } from '../../practice-folder.js';
import { commandDesk } from '../console/command-desk.fixtures.js';
import type { Terminal } from '../console/terminal.js';
import { makePracticeCopy } from './make-practice-copy.js';

/** Everything that a database holds, as the hash of each table. */
async function contentsOf(ownerUrl: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slusen-practice-'));
  try {
    const { tables } = await makeBackup({ ownerUrl, path: join(folder, 'all.tar.gz'), version: 'spec' });
    return tables.map(({ name, rows, sha256 }) => `${name} ${rows} ${sha256}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a practice copy', () => {
  const desk = commandDesk();
  const said: string[] = [];
  const terminal: Terminal = {
    ...{ isPerson: false, say: (line) => void said.push(line), complain: () => {}, progress: () => {}, ask: async () => undefined },
  };
  beforeEach(() => void said.splice(0));

  const settings = (env: Readonly<Record<string, string>> = {}) => ({ ...INSTALLATION, DATA_DIR: desk.dataDir, ...env });
  const database = () => ({ DATABASE_URL: desk.database.appUrl, DATABASE_OWNER_URL: desk.database.ownerUrl });
  const make = (env: Readonly<Record<string, string>>, anew = false) =>
    makePracticeCopy({ config: readConfig(settings(env)), terminal }, { anew });

  async function inPractice<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
    const opened = await openDatabase(readConfig(settings({ ...database(), PRACTICE: '1' })), 'visit');
    try {
      return await work(opened.ownerUrl);
    } finally {
      await opened.close();
    }
  }
  async function practise(ownerUrl: string): Promise<void> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(`update account set name = 'Övad'`);
    await client.end();
  }

  it(
    'holds what the real one does, keeps what is practised until it is made anew, and leaves the real one as it was',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await writeFile(join(desk.dataDir, 'second-factor.key'), 'a key');
      const real = await contentsOf(desk.database.ownerUrl);
      const config = await make(database());
      expect([config.isPractice, config.dataDir]).toEqual([true, join(desk.dataDir, 'practice')]);
      expect(await inPractice(contentsOf)).toEqual(real);
      expect(await readFile(join(config.dataDir, 'second-factor.key'), 'utf8')).toBe('a key');
      expect(await readFile(join(config.dataDir, 'heads.log'), 'utf8')).toMatch(/ restored\n$/);
      expect(await readdir(config.dataDir)).not.toContain('copy.tar.gz');

      await inPractice(practise);
      const practised = await inPractice(contentsOf);
      expect(practised).not.toEqual(real);
      await make(database());
      expect(said.at(-1)).toMatch(/^Practice goes on with the copy made .*--anew/);
      expect(await inPractice(contentsOf)).toEqual(practised);
      await make(database(), true);
      expect(await inPractice(contentsOf)).toEqual(real);
      expect(await contentsOf(desk.database.ownerUrl)).toEqual(real);
    },
    PATIENCE_MS,
  );

  it(
    'keeps what was practised when the real one cannot be read',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await make(database());
      await inPractice(practise);
      const practised = await inPractice(contentsOf);
      const away = { ...database(), DATABASE_OWNER_URL: 'postgres://nobody:x@127.0.0.1:1/slusen' };
      await expectAsync(make(away, true)).toBeRejected();
      expect(await inPractice(contentsOf)).toEqual(practised);
    },
    PATIENCE_MS,
  );

  it(
    'that was not finished is not served, and is made again the next time',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await expectAsync(inPractice(contentsOf)).toBeRejectedWithError(
        ConfigError,
        /There is no practice copy in .*npm run practice makes it\.$/,
      );
      const { dataDir } = await make(database());
      await writePracticeMark(dataDir, { filledAt: null, from: 'copy' });
      await expectAsync(inPractice(contentsOf)).toBeRejectedWithError(ConfigError, /There is no practice copy/);
      await make(database());
      expect(await inPractice(contentsOf)).toEqual(await contentsOf(desk.database.ownerUrl));
    },
    PATIENCE_MS,
  );

  it(
    'is the demonstration where there is no database yet, and nothing where that is not wanted either',
    async () => {
      await desk.onDatabase(async () => {});
      await expectAsync(make({ DEMO: '0' })).toBeRejectedWithError(/^There is nothing to practise on yet: /);
      const config = await make({ DEMO: '1' });
      expect(config.demo).toBeTrue();
      expect(await EmbeddedPostgres.isMade(config.dataDir)).toBeTrue();
      expect(await EmbeddedPostgres.isMade(desk.dataDir))
        .withContext('the real one')
        .toBeFalse();
    },
    PATIENCE_MS,
  );

  describe('is refused', () => {
    beforeEach(() => desk.onDatabase(migrateAndFill), PATIENCE_MS);

    it('in a folder that leads to the real one by a link', async () => {
      const link = join(desk.folder, 'link');
      await symlink(desk.dataDir, link);
      await expectAsync(make({ ...database(), PRACTICE_DIR: link }, true)).toBeRejectedWithError(/^PRACTICE_DIR leads to .*the real one's/);
    });

    it('in a folder that holds something else, which stays', async () => {
      const folder = join(desk.folder, 'else');
      await mkdir(folder);
      await writeFile(join(folder, 'letters.txt'), 'x');
      await expectAsync(make({ ...database(), PRACTICE_DIR: folder }, true)).toBeRejectedWithError(/holds something else/);
      expect(await readdir(folder)).toEqual(['letters.txt']);
    });

    it(
      'where the real one is to be served',
      async () => {
        await make(database());
        const mistaken = readConfig(settings({ DATA_DIR: join(desk.dataDir, 'practice') }));
        await expectAsync(openDatabase(mistaken, 'serve')).toBeRejectedWithError(ConfigError, /^DATA_DIR .*is a practice copy/);
      },
      PATIENCE_MS,
    );
  });
});
