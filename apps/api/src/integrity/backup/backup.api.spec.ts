import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../data-source.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { migrateAndFill, openContext, PATIENCE_MS } from '../kept-world.fixtures.js';
import { Verify } from '../verify/verify.js';
import { openArchive } from './archive.js';
import { makeBackup } from './backup.js';
import { BackupError, type Manifest } from './manifest.js';
import { restoreBackup } from './restore.js';

const TABLES = `select c.relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') order by 1`;
const nothing = async (): Promise<void> => {};

const OLDER_THAN_RECORDS = 6;
/** The first version's four migrations, the last ones without records, and all but the latest. */
const VERSIONS = [4, OLDER_THAN_RECORDS, MIGRATIONS.length - 1];
/** Makes the tables as so many of the first migrations did; with a row in those that are older than records. */
const upTo =
  (count: number) =>
  async (url: string): Promise<void> => {
    const settings = dataSourceOptions({ url, poolSize: 2, applicationName: 'backup.spec' });
    const dataSource = await new DataSource({ ...settings, migrations: MIGRATIONS.slice(0, count) }).initialize();
    await dataSource.runMigrations();
    if (count <= OLDER_THAN_RECORDS)
      await dataSource.query(`insert into territory (code, kind, name_sv) values ('0884', 'municipality', 'Vimmerby')`);
    await dataSource.destroy();
  };

describe('backup', () => {
  let folder: string;
  let file: string;
  let source: TestDatabase;
  let made: Manifest;
  const others: TestDatabase[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-backup-'));
    source = await testDatabase({ migrate: migrateAndFill });
    file = join(folder, 'kept.tar.gz');
    made = await makeBackup({ ownerUrl: source.ownerUrl, path: file, version: '0.1.0' });
  }, PATIENCE_MS);
  afterAll(async () => {
    await source.drop();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE_MS);
  afterEach(async () => {
    for (const other of others.splice(0)) await other.drop();
  }, PATIENCE_MS);

  const database = async (fill: (ownerUrl: string) => Promise<void>): Promise<TestDatabase> => {
    const other = await testDatabase({ migrate: fill });
    others.push(other);
    return other;
  };
  const rows = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const restore = ({ ownerUrl }: TestDatabase, path = file, mayReplace = false) => restoreBackup({ ownerUrl, path, mayReplace });
  /** The backup with something done to its unpacked bytes. */
  const changed = async (change: (archive: Buffer) => Buffer): Promise<string> => {
    const path = join(folder, randomUUID());
    await writeFile(path, gzipSync(change(gunzipSync(await readFile(file)))));
    return path;
  };
  /** The backup with something changed in its rows, and the hashes of its manifest computed anew, as a forger would. */
  const forged = (from: RegExp, to: string): Promise<string> =>
    changed((archive) => {
      const text = archive.toString('latin1').replace(from, to);
      expect(text).not.toBe(archive.toString('latin1'));
      const copy = Buffer.from(text, 'latin1');
      const { tables } = made;
      for (const { name, sha256, bytes } of tables) {
        const start = copy.indexOf(`${name}.copy\0`) + 512;
        const now = createHash('sha256')
          .update(copy.subarray(start, start + bytes))
          .digest('hex');
        copy.write(now, copy.indexOf(sha256));
      }
      return copy;
    });
  /** The manifest with a field changed, in a tar file of the same layout: replaced text must have the same length. */
  const withText = (from: string, to: string): Promise<string> =>
    changed((archive) => {
      expect(to.length).toBe(from.length);
      const at = archive.indexOf(from);
      expect(at).withContext(from).toBeGreaterThan(0);
      const copy = Buffer.from(archive);
      copy.write(to, at);
      return copy;
    });

  it('is one file that only its owner can read, with everything in it but sessions, counted attempts and kept answers', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toContain('kept.tar.gz');
    const names = made.tables.map(({ name }) => name);
    const all = (await rows(source.ownerUrl, TABLES.replace(`('r', 'v', 'S')`, `('r')`))) as { name: string }[];
    expect([...names, 'idempotency_key', 'migration', 'session', 'sign_in_attempt'].sort()).toEqual(all.map(({ name }) => name));
    expect(made.tables.find(({ name }) => name === 'observation')?.rows).toBe(10);
    expect(made.migrations.length).toBe(MIGRATIONS.length);
  });

  it('names what is referred to before what refers to it', () => {
    const place = (name: string): number => made.tables.findIndex((table) => table.name === name);
    for (const [first, then] of [
      ['indicator', 'series_head'],
      ['series_head', 'observation'],
      ['account', 'entry_author'],
      ['entry', 'entry_event'],
      ['area', 'goal'],
      ['goal', 'target'],
    ] as const) {
      expect(place(first)).withContext(`${first} before ${then}`).toBeLessThan(place(then));
    }
  });

  it('can be opened by whoever has tar: rows as text, one line each', async () => {
    const archive = await openArchive(file);
    expect(archive.manifest).toEqual(made);
    const [first] = made.tables;
    const lines = (await text(await archive.next(first?.name ?? ''))).split('\n');
    expect(lines.length - 1).toBe(first?.rows ?? 0);
    archive.close();
  });

  it('is the same bytes for the same contents', async () => {
    const again = await makeBackup({ ownerUrl: source.ownerUrl, path: join(folder, 'again.tar.gz'), version: '0.1.0' });
    expect(again.tables).toEqual(made.tables);
  });

  it('leaves nothing behind when it cannot be made', async () => {
    await expectAsync(
      makeBackup({
        ownerUrl: source.ownerUrl.replace(/\/[^/]+$/, '/no_such_database'),
        path: join(folder, 'none.tar.gz'),
        version: '0.1.0',
      }),
    ).toBeRejected();
    expect((await readdir(folder)).filter((name) => name.includes('none'))).toEqual([]);
  });

  for (const [what, fill] of [
    ['an empty database', nothing],
    ['a database with tables but no rows', migrate],
  ] as const) {
    it(
      `comes back whole in ${what}: same hashes, counters that go on, nothing for verify to find`,
      async () => {
        const target = await database(fill);
        await restore(target);
        const again = await makeBackup({ ownerUrl: target.ownerUrl, path: join(folder, 'restored.tar.gz'), version: '0.1.0' });
        expect(again.tables).toEqual(made.tables);
        expect(again.sequences).toEqual(made.sequences);
        expect(await rows(target.ownerUrl, TABLES)).toEqual(await rows(source.ownerUrl, TABLES));
        const app = await openContext(target.appUrl);
        const results = await app.get(Verify).run(target);
        await app.close();
        expect(results.flatMap(({ faults }) => faults)).toEqual([]);
        expect(results.length).toBeGreaterThan(10);
      },
      PATIENCE_MS,
    );
  }

  it(
    'of an earlier version comes back, brought up to this one',
    async () => {
      for (const version of VERSIONS) {
        const before = await database(upTo(version));
        const path = join(folder, `${version}.tar.gz`);
        expect((await makeBackup({ ownerUrl: before.ownerUrl, path, version: '0.1.0' })).migrations.length).toBe(version);
        const target = await database(nothing);
        expect((await restore(target, path)).head)
          .withContext(`${version} migrations`)
          .toEqual(version <= OLDER_THAN_RECORDS ? jasmine.objectContaining({ seq: 2 }) : undefined);
        expect(await rows(target.ownerUrl, 'select code from territory')).toEqual(version <= OLDER_THAN_RECORDS ? [{ code: '0884' }] : []);
        for (const done of others.splice(0)) await done.drop();
      }
    },
    PATIENCE_MS,
  );

  it(
    'takes the place of what is there only when it is told to',
    async () => {
      const target = await database(migrateAndFill);
      await rows(target.ownerUrl, `insert into territory (code) values ('9999'); select seal('{}')`);
      await expectAsync(restore(target)).toBeRejectedWithError(BackupError, /not empty/);
      expect((await rows(target.ownerUrl, `select 1 from territory where code = '9999'`)).length).toBe(1);
      await restore(target, file, true);
      expect((await rows(target.ownerUrl, `select 1 from territory where code = '9999'`)).length).toBe(0);
      expect((await rows(target.ownerUrl, 'select 1 from observation')).length).toBe(10);
    },
    PATIENCE_MS,
  );

  it(
    'waits for nobody: a database that an application uses is refused',
    async () => {
      const target = await database(migrate);
      const app = await openContext(target.appUrl);
      await expectAsync(restore(target, file, true)).toBeRejectedWithError(BackupError, /in use; stop the application/);
      await app.close();
    },
    PATIENCE_MS,
  );

  describe('refuses, with one sentence and nothing changed,', () => {
    const cases: readonly [what: string, path: () => Promise<string>, sentence: RegExp][] = [
      ['a file that is not there', async () => join(folder, 'missing'), /^There is no file .*missing\.$/],
      ['a folder', async () => folder, /^The file is not a backup made by this program\.$/],
      [
        'another kind of file',
        async () => writeFile(join(folder, 'text'), 'Hej').then(() => join(folder, 'text')),
        /not a backup made by this program/,
      ],
      [
        'another compressed file',
        async () => writeFile(join(folder, 'gz'), gzipSync('Hej')).then(() => join(folder, 'gz')),
        /not a backup made by this program/,
      ],
      ['a newer format', () => withText('"format": 1,', '"format": 9,'), /^The backup has format 9, which only a newer version/],
      [
        'a migration it does not know',
        () => withText('GuardHistory1795428000001', 'GuardHistory1795428999999'),
        /made by another version.*GuardHistory1795428999999/,
      ],
      [
        'a figure that was changed in the file',
        () => withText('15557.000000', '15558.000000'),
        /damaged: the table observation is not what it was/,
      ],
      [
        'a figure that was changed in the file together with the list of contents',
        () => forged(/15557\.000000/g, '15558.000000'),
        /^The backup is not what was recorded: record 5 \(import\.run import-run:1\), observation: one or more of its 7 rows are not what was sealed\.$/,
      ],
      [
        'a word of the trail that was changed together with the list of contents',
        () => forged(/"source":"SCB"/g, '"source":"SCC"'),
        /^The backup is not what was recorded: audit event 5: its hash is not that of its content\.$/,
      ],
      [
        'a right that was changed together with the list of contents',
        () => forged(/\treporter\b/, '\treviewer'),
        /^The backup is not what was recorded: account [0-9a-f-]{36}: the audit trail says reporter gatukontoret, the table reviewer gatukontoret\.$/,
      ],
      [
        'an entry that was put back together with the list of contents',
        () => forged(/\tapproved\b/, '\treturned'),
        /^The backup is not what was recorded: entry [^:]*: it stands as returned, but its history ends as approved\.$/,
      ],
      [
        'a row that no longer fits',
        () => withText('\tmunicipality\tVimmerby', '\tmunicipalitx\tVimmerby'),
        /damaged: the table territory_revision cannot be read \(.*ck_/,
      ],
      ['a table that is missing', () => withText('observation.copy', 'observatiom.copy'), /damaged/],
      [
        'a file that was cut off',
        async () => {
          const whole = await readFile(file);
          await writeFile(join(folder, 'cut'), whole.subarray(0, Math.floor(whole.length * 0.8)));
          return join(folder, 'cut');
        },
        /damaged/,
      ],
      [
        'more than it says',
        () =>
          changed((archive) =>
            Buffer.concat([
              archive.subarray(0, lastEntry(archive)),
              archive.subarray(lastEntry(archive), -1024),
              archive.subarray(lastEntry(archive)),
            ]),
          ),
        /holds more than it says/,
      ],
    ];
    for (const [what, path, sentence] of cases) {
      it(
        what,
        async () => {
          const target = await database(nothing);
          await expectAsync(restore(target, await path())).toBeRejectedWithError(BackupError, sentence);
          expect(await rows(target.ownerUrl, TABLES)).toEqual([]);
        },
        PATIENCE_MS,
      );
    }
  });
});

/** Where the last file of a tar begins: it has a name ending in .copy at the start of a block. */
function lastEntry(archive: Buffer): number {
  let last = 0;
  for (let at = 0; at < archive.length; at += 512) if (/^[a-z_]+\.copy\0/.test(archive.subarray(at, at + 40).toString('latin1'))) last = at;
  return last;
}
