import type { TestDatabase } from '@slusen/embedded-postgres/testing';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../data-source.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { readConfig } from '../../config.js';
import { PATIENCE_MS, migrateAndFill, tamper } from '../kept-world.fixtures.js';
import { openArchive } from './archive.js';
import { backedUpWorld, before, nothing, TABLES } from './backed-up-world.fixtures.js';
import { BackupError } from './manifest.js';
import { migrateSafely } from './migrate-safely.js';
import { makeProvenBackup } from './proven-backup.js';

const NIGHT = new Date('2026-11-27T02:30:00Z');
const NAME = 'slusen-2026-11-27-023000-nightly.tar.gz';

describe('a backup that nobody asks for', () => {
  const world = backedUpWorld();
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(world.folder, 'proven-'))));

  const backUp = ({ ownerUrl }: TestDatabase, trialUrl: string, keep = 30): Promise<string> =>
    makeProvenBackup({ ownerUrl, trialUrl, folder, keep, occasion: 'nightly', version: '0.1.0' }, NIGHT);

  it(
    'is tried: it was restored, and nothing of it stays in the trial database',
    async () => {
      const trial = await world.database(nothing);
      expect(await backUp(world.source, trial.ownerUrl)).toBe(join(folder, NAME));
      expect(await readdir(folder)).toEqual([NAME]);
      expect(await world.rows(trial.ownerUrl, TABLES)).toEqual([]);
      await backUp(world.source, trial.ownerUrl);
    },
    PATIENCE_MS,
  );

  it(
    'takes the place of the oldest of its occasion only, and of nothing else',
    async () => {
      const others = ['slusen-2026-11-01-023000.tar.gz', 'slusen-2026-11-01-023000-before-migration.tar.gz', 'anteckningar.txt'];
      const nights = ['24', '25', '26'].map((day) => `slusen-2026-11-${day}-023000-nightly.tar.gz`);
      for (const name of [...others, ...nights]) await writeFile(join(folder, name), '');
      await backUp(world.source, (await world.database(nothing)).ownerUrl, 2);
      expect((await readdir(folder)).sort()).toEqual([...others, nights[2] ?? '', NAME].sort());
    },
    PATIENCE_MS,
  );

  const refusals: readonly (readonly [what: string, fill: () => Promise<[TestDatabase, string]>, sentence: RegExp])[] = [
    [
      'there is no trial database',
      async () => [world.source, world.source.ownerUrl.replace(/\/([^/?]+)(\?|$)/, '/no_such_database$2')],
      /-nightly\.tar\.gz could not be tried, since there is no database no_such_database; make it /,
    ],
    [
      'the trial database holds something, as the real one does',
      async () => [world.source, (await world.database(migrateAndFill)).ownerUrl],
      /could not be restored in the trial database \S+: The database is not empty/,
    ],
    [
      'what was copied is not what was recorded',
      async () => {
        const tampered = await world.database(migrateAndFill);
        await tamper(tampered.ownerUrl, ['observation'], `update observation set value = value + 1 where period = '2024'`);
        return [tampered, (await world.database(nothing)).ownerUrl];
      },
      /could not be restored in the trial database \S+: The backup is not what was recorded/,
    ],
  ];
  for (const [what, fill, sentence] of refusals)
    it(
      `is told of in one sentence when ${what}; no copy goes`,
      async () => {
        await writeFile(join(folder, 'slusen-2026-11-26-023000-nightly.tar.gz'), '');
        const [source, trialUrl] = await fill();
        await expectAsync(backUp(source, trialUrl, 1)).toBeRejectedWithError(BackupError, sentence);
        expect((await readdir(folder)).sort()).toEqual(['slusen-2026-11-26-023000-nightly.tar.gz', NAME]);
      },
      PATIENCE_MS,
    );
});

describe('before tables are changed', () => {
  const world = backedUpWorld();
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(world.folder, 'migrate-'))));
  const bringUp = ({ appUrl, ownerUrl }: TestDatabase, trialUrl: string): Promise<void> =>
    migrateSafely(readConfig({ BACKUP_DIR: folder }), { appUrl, ownerUrl, trialUrl, close: async () => {} });
  const made = async ({ ownerUrl }: TestDatabase): Promise<number> => (await world.rows(ownerUrl, 'select 1 from migration')).length;

  it(
    'everything is copied as it was',
    async () => {
      const earlier = await world.database(before(1));
      await bringUp(earlier, (await world.database(nothing)).ownerUrl);
      expect(await made(earlier)).toBe(MIGRATIONS.length);
      const [name = '', ...more] = await readdir(folder);
      expect([name, more]).toEqual([jasmine.stringMatching(/-before-migration\.tar\.gz$/), []]);
      const archive = await openArchive(join(folder, name));
      archive.close();
      expect(archive.manifest.migrations.length).toBe(MIGRATIONS.length - 1);
    },
    PATIENCE_MS,
  );

  it(
    'nothing is changed when the copy cannot be tried',
    async () => {
      const earlier = await world.database(before(1));
      await expectAsync(bringUp(earlier, world.source.ownerUrl)).toBeRejectedWithError(BackupError, /is not empty/);
      expect(await made(earlier)).toBe(MIGRATIONS.length - 1);
    },
    PATIENCE_MS,
  );

  for (const [what, fill] of [
    ['new', nothing],
    ['of this version', migrate],
  ] as const)
    it(
      `a database that is ${what} needs no copy`,
      async () => {
        const database = await world.database(fill);
        await bringUp(database, 'postgres://nobody@127.0.0.1:1/none');
        expect([await made(database), await readdir(folder)]).toEqual([MIGRATIONS.length, []]);
      },
      PATIENCE_MS,
    );
});
