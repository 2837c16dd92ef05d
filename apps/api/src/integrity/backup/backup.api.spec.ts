import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../data-source.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { migrateAndFill, openContext, PATIENCE_MS } from '../kept-world.fixtures.js';
import { Verify } from '../verify/verify.js';
import { openArchive } from './archive.js';
import { backedUpWorld, nothing, TABLES } from './backed-up-world.fixtures.js';
import { makeBackup } from './backup.js';
import { BackupError } from './manifest.js';

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
  const world = backedUpWorld();

  it('is one file that only its owner can read, with everything in it but sessions, counted attempts and kept answers', async () => {
    expect((await stat(world.file)).mode & 0o777).toBe(0o600);
    expect(await readdir(world.folder)).toContain('kept.tar.gz');
    const names = world.made.tables.map(({ name }) => name);
    const all = (await world.rows(world.source.ownerUrl, TABLES.replace(`('r', 'v', 'S')`, `('r')`))) as { name: string }[];
    const leftOut = ['finished_trip', 'idempotency_key', 'mail', 'migration', 'password_link', 'session', 'set_up_code', 'sign_in_attempt'];
    expect([...names, ...leftOut].sort()).toEqual(all.map(({ name }) => name));
    expect(world.made.tables.find(({ name }) => name === 'observation')?.rows).toBe(10);
    expect(world.made.migrations.length).toBe(MIGRATIONS.length);
  });

  it('names what is referred to before what refers to it', () => {
    const place = (name: string): number => world.made.tables.findIndex((table) => table.name === name);
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
    const archive = await openArchive(world.file);
    expect(archive.manifest).toEqual(world.made);
    const [first] = world.made.tables;
    const lines = (await text(await archive.next(first?.name ?? ''))).split('\n');
    expect(lines.length - 1).toBe(first?.rows ?? 0);
    archive.close();
  });

  it('is the same bytes for the same contents', async () => {
    const again = await makeBackup({ ownerUrl: world.source.ownerUrl, path: join(world.folder, 'again.tar.gz'), version: '0.1.0' });
    expect(again.tables).toEqual(world.made.tables);
  });

  it('leaves nothing behind when it cannot be made', async () => {
    await expectAsync(
      makeBackup({
        ownerUrl: world.source.ownerUrl.replace(/\/[^/]+$/, '/no_such_database'),
        path: join(world.folder, 'none.tar.gz'),
        version: '0.1.0',
      }),
    ).toBeRejected();
    expect((await readdir(world.folder)).filter((name) => name.includes('none'))).toEqual([]);
  });

  for (const [what, fill] of [
    ['an empty database', nothing],
    ['a database with tables but no rows', migrate],
  ] as const) {
    it(
      `comes back whole in ${what}: same hashes, counters that go on, nothing for verify to find`,
      async () => {
        const target = await world.database(fill);
        await world.restore(target);
        const again = await makeBackup({ ownerUrl: target.ownerUrl, path: join(world.folder, 'restored.tar.gz'), version: '0.1.0' });
        expect(again.tables).toEqual(world.made.tables);
        expect(again.sequences).toEqual(world.made.sequences);
        expect(await world.rows(target.ownerUrl, TABLES)).toEqual(await world.rows(world.source.ownerUrl, TABLES));
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
        const before = await world.database(upTo(version));
        const path = join(world.folder, `${version}.tar.gz`);
        expect((await makeBackup({ ownerUrl: before.ownerUrl, path, version: '0.1.0' })).migrations.length).toBe(version);
        const target = await world.database(nothing);
        expect((await world.restore(target, path)).head)
          .withContext(`${version} migrations`)
          .toEqual(version <= OLDER_THAN_RECORDS ? jasmine.objectContaining({ seq: 2 }) : undefined);
        expect(await world.rows(target.ownerUrl, 'select code from territory')).toEqual(
          version <= OLDER_THAN_RECORDS ? [{ code: '0884' }] : [],
        );
        await world.dropOthers();
      }
    },
    PATIENCE_MS,
  );

  it(
    'takes the place of what is there only when it is told to',
    async () => {
      const target = await world.database(migrateAndFill);
      await world.rows(target.ownerUrl, `insert into territory (code) values ('9999'); select seal('{}')`);
      await expectAsync(world.restore(target)).toBeRejectedWithError(BackupError, /not empty/);
      expect((await world.rows(target.ownerUrl, `select 1 from territory where code = '9999'`)).length).toBe(1);
      await world.restore(target, world.file, true);
      expect((await world.rows(target.ownerUrl, `select 1 from territory where code = '9999'`)).length).toBe(0);
      expect((await world.rows(target.ownerUrl, 'select 1 from observation')).length).toBe(10);
    },
    PATIENCE_MS,
  );

  it(
    'waits for nobody: a database that an application uses is refused',
    async () => {
      const target = await world.database(migrate);
      const app = await openContext(target.appUrl);
      await expectAsync(world.restore(target, world.file, true)).toBeRejectedWithError(BackupError, /in use; stop the application/);
      await app.close();
    },
    PATIENCE_MS,
  );
});
