import { once } from 'node:events';
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { withDatabase } from './databases.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { PATIENCE_MS, madeFolder, rowsOf, Scratch } from './testing/scratch.js';

describe('embedded PostgreSQL', () => {
  const scratch = new Scratch();
  afterEach(() => scratch.clear(), PATIENCE_MS);

  const mishaps: readonly (readonly [name: string, happen: (cluster: string) => Promise<void>])[] = [
    ['a power cut that emptied postmaster.pid', (cluster) => writeFile(join(cluster, 'postmaster.pid'), '')],
    ['a folder that a copy opened to all', (cluster) => chmod(cluster, 0o755)],
  ];
  for (const [name, happen] of mishaps)
    it(
      `starts after ${name}`,
      async () => {
        const dataDir = await madeFolder(scratch);
        await happen(join(dataDir, 'postgres'));
        expect(await rowsOf((await scratch.start(dataDir, { durable: false })).ownerUrl, 'SELECT 1')).toEqual([[1]]);
        expect((await stat(join(dataDir, 'postgres'))).mode & 0o077).toBe(0);
      },
      PATIENCE_MS,
    );

  it(
    'says what to do when its control file was emptied',
    async () => {
      const dataDir = await madeFolder(scratch);
      await writeFile(join(dataDir, 'postgres', 'global', 'pg_control'), '');
      await expectAsync(scratch.start(dataDir)).toBeRejectedWithError(/is damaged and cannot be opened; .* npm run restore -- FILE\.$/);
    },
    PATIENCE_MS,
  );

  it(
    'makes a database at the first start and finds it again, fast',
    async () => {
      const dataDir = join(await scratch.folder(), 'data för Åsele');
      let begun = Date.now();
      const first = await scratch.start(dataDir);
      expect(Date.now() - begun).toBeLessThan(15_000);
      await rowsOf(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS n');
      await first.stop();
      begun = Date.now();
      const second = await scratch.start(dataDir);
      expect(Date.now() - begun).toBeLessThan(8_000);
      expect(await rowsOf(second.ownerUrl, 'SELECT n FROM kept')).toEqual([[42]]);
      expect(second.ownerUrl).withContext('same port and passwords').toBe(first.ownerUrl);
    },
    PATIENCE_MS,
  );

  describe('as it is made', () => {
    const suite = new Scratch();
    let database: EmbeddedPostgres;
    let dataDir: string;
    beforeAll(async () => {
      dataDir = await suite.folder();
      database = await suite.start(dataDir, { durable: false });
    }, PATIENCE_MS);
    afterAll(() => suite.clear(), PATIENCE_MS);

    it(
      'sorts in Swedish and stores UTF-8 with checksums, in UTC',
      async () => {
        const sorted = `SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{örn,ål,zebra,apa,ärt}'::text[]) AS t(w)`;
        expect(await rowsOf(database.appUrl, sorted)).toEqual([['apa zebra ål ärt örn']]);
        const names = ['server_encoding', 'data_checksums', 'timezone'];
        const settings = `SELECT ${names.map((name) => `current_setting('${name}')`).join()}`;
        expect(await rowsOf(database.appUrl, settings)).toEqual([['UTF8', 'on', 'UTC']]);
      },
      PATIENCE_MS,
    );

    it(
      'lets the owner make tables and the app only temporary ones',
      async () => {
        await rowsOf(database.ownerUrl, 'CREATE TABLE secret (n integer)');
        await expectAsync(rowsOf(database.appUrl, 'SELECT n FROM secret')).toBeRejectedWithError(/permission denied/);
        await expectAsync(rowsOf(database.appUrl, 'CREATE TABLE mine (n integer)')).toBeRejectedWithError(/permission denied/);
        await expectAsync(rowsOf(database.appUrl, 'CREATE TEMP TABLE mine (n integer)')).toBeResolved();
        await expectAsync(rowsOf(database.appUrl, 'CREATE SCHEMA mine')).toBeRejectedWithError(/permission denied/);
        await expectAsync(rowsOf(database.ownerUrl, 'CREATE ROLE other')).toBeRejectedWithError(/permission denied/);
      },
      PATIENCE_MS,
    );

    it(
      'asks for a password, listens on the loopback address only and keeps its passwords to itself',
      async () => {
        const wrong = database.appUrl.replace(/:[^:@]+@/, ':wrong@');
        await expectAsync(rowsOf(wrong, 'SELECT 1')).toBeRejectedWithError(/password authentication failed/);
        const listens = `SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')`;
        expect(await rowsOf(database.adminUrl, listens)).toEqual([['127.0.0.1', '']]);
        const stored = await rowsOf(database.adminUrl, `SELECT left(rolpassword, 13) FROM pg_authid WHERE rolcanlogin`);
        expect(stored).toEqual([['SCRAM-SHA-256'], ['SCRAM-SHA-256'], ['SCRAM-SHA-256']]);
        if (process.platform !== 'win32') expect((await stat(join(dataDir, 'database.json'))).mode & 0o777).toBe(0o600);
      },
      PATIENCE_MS,
    );

    it(
      'copies and removes databases, with the same rights in the copy',
      async () => {
        await rowsOf(database.ownerUrl, 'CREATE TABLE figure AS SELECT 7 AS n');
        await database.createDatabase('en kopia', 'slusen');
        const copy = withDatabase(database.ownerUrl, 'en kopia');
        expect(await rowsOf(copy, 'SELECT n FROM figure')).toEqual([[7]]);
        const app = withDatabase(database.appUrl, 'en kopia');
        await expectAsync(rowsOf(app, 'CREATE TABLE mine (n integer)')).toBeRejectedWithError(/permission denied/);
        await expectAsync(rowsOf(app, 'CREATE TEMP TABLE mine (n integer)')).toBeResolved();
        await database.dropDatabase('en kopia');
        await expectAsync(rowsOf(copy, 'SELECT 1')).toBeRejectedWithError(/does not exist/);
        await expectAsync(database.dropDatabase('en kopia')).toBeResolved();
      },
      PATIENCE_MS,
    );

    it(
      'writes no statement and no detail of an error to its log',
      async () => {
        await rowsOf(database.ownerUrl, 'CREATE TABLE person (name text PRIMARY KEY)');
        const insert = `INSERT INTO person VALUES ('Astrid Ek')`;
        await rowsOf(database.ownerUrl, insert);
        await expectAsync(rowsOf(database.ownerUrl, insert)).toBeRejectedWithError(/duplicate key/);
        const log = await readFile(join(dataDir, 'log', 'postgres.log'), 'utf8');
        expect(log).toContain('duplicate key');
        expect(log).not.toContain('Astrid');
      },
      PATIENCE_MS,
    );
  });

  describe('started again', () => {
    const suite = new Scratch();
    let dataDir: string;
    beforeAll(async () => (dataDir = await madeFolder(suite)), PATIENCE_MS);
    afterAll(() => suite.clear(), PATIENCE_MS);

    it(
      'is stopped once, however often that is asked, and gives its folder free',
      async () => {
        const database = await scratch.start(dataDir);
        expect(await EmbeddedPostgres.running(dataDir)).toBeDefined();
        await Promise.all([database.stop(), database.stop()]);
        expect(await EmbeddedPostgres.running(dataDir)).toBeUndefined();
        expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
      },
      PATIENCE_MS,
    );

    it(
      'gets new passwords when the file with the old ones is lost',
      async () => {
        const before = await scratch.start(dataDir);
        await rowsOf(before.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS n');
        await before.stop();
        await rm(join(dataDir, 'database.json'));
        const after = await scratch.start(dataDir);
        expect(after.ownerUrl).not.toBe(before.ownerUrl);
        expect(await rowsOf(after.ownerUrl, 'SELECT n FROM kept')).toEqual([[42]]);
      },
      PATIENCE_MS,
    );

    it(
      'moves to another port when a program has taken its own',
      async () => {
        const { port } = JSON.parse(await readFile(join(dataDir, 'database.json'), 'utf8')) as { port: number };
        const other = createServer().listen(port, '127.0.0.1');
        await once(other, 'listening');
        const database = await scratch.start(dataDir);
        expect(Number(new URL(database.appUrl).port)).not.toBe(port);
        expect(await rowsOf(database.appUrl, 'SELECT 1')).toEqual([[1]]);
        other.close();
        await once(other, 'close');
      },
      PATIENCE_MS,
    );

    it(
      'refuses the data of another version',
      async () => {
        const file = join(dataDir, 'postgres', 'PG_VERSION');
        await writeFile(file, '17\n');
        await expectAsync(scratch.start(dataDir)).toBeRejectedWithError(/made by PostgreSQL 17, but this program brings 18/);
        await writeFile(file, '18\n');
      },
      PATIENCE_MS,
    );

    it(
      'does not touch a folder that holds something else',
      async () => {
        const file = join(dataDir, 'postgres', 'PG_VERSION');
        await rm(file);
        const before = await readdir(join(dataDir, 'postgres'));
        await expectAsync(scratch.start(dataDir)).toBeRejectedWithError(/holds something else than a database/);
        expect(await readdir(join(dataDir, 'postgres'))).toEqual(before);
        await writeFile(file, '18\n');
      },
      PATIENCE_MS,
    );
  });
});
