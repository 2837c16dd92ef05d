import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { openContext, PATIENCE_MS, tamper } from '../kept-world.fixtures.js';
import { Verify } from '../verify/verify.js';
import { before } from './backed-up-world.fixtures.js';
import { makeBackup } from './backup.js';
import { BackupError, type Manifest } from './manifest.js';
import { restoreBackup } from './restore.js';

/** Rows have been sealed since this one. */
const SINCE_SEALS = MIGRATIONS.length - MIGRATIONS.findIndex(({ name }) => name.startsWith('SealEveryRow'));

describe('a backup of an earlier version', () => {
  let folder: string;
  const made: TestDatabase[] = [];
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-earlier-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(async () => {
    for (const one of made.splice(0)) await one.drop();
  }, PATIENCE_MS);

  const database = async (fill: (ownerUrl: string) => Promise<void>): Promise<TestDatabase> => {
    const one = await testDatabase({ migrate: fill });
    made.push(one);
    return one;
  };
  const backup = async (source: TestDatabase): Promise<[path: string, Manifest]> => {
    const path = join(folder, `${made.length}-${Date.now()}.tar.gz`);
    return [path, await makeBackup({ ownerUrl: source.ownerUrl, path, version: '0.1.0' })];
  };

  for (const undone of [1, SINCE_SEALS - 1, SINCE_SEALS]) {
    it(
      `that lacks ${undone} migrations comes back as this version has it, with a head, and nothing for verify to find`,
      async () => {
        const [path, { migrations }] = await backup(await database(before(undone)));
        expect(migrations.length).toBe(MIGRATIONS.length - undone);
        const target = await database(async () => {});
        expect((await restoreBackup({ ownerUrl: target.ownerUrl, path, mayReplace: false })).head?.seq).toBeGreaterThan(10);
        const app = await openContext(target.appUrl);
        const results = await app.get(Verify).run(target);
        await app.close();
        expect(results.flatMap(({ faults }) => faults)).toEqual([]);
      },
      PATIENCE_MS,
    );
  }

  it(
    'is refused when it was forged, as one of this version is',
    async () => {
      const source = await database(before(1));
      await tamper(source.ownerUrl, ['account_role'], `update account_role set role = 'reviewer' where role = 'reporter'`);
      const [path] = await backup(source);
      const target = await database(async () => {});
      await expectAsync(restoreBackup({ ownerUrl: target.ownerUrl, path, mayReplace: false })).toBeRejectedWithError(
        BackupError,
        /^The backup is not what was recorded: account .*: the audit trail says reporter gatukontoret, the table reviewer gatukontoret\.$/,
      );
      const client = new pg.Client({ connectionString: target.ownerUrl });
      await client.connect();
      expect((await client.query(`select from pg_class where relnamespace = 'public'::regnamespace`)).rowCount).toBe(0);
      await client.end();
    },
    PATIENCE_MS,
  );
});
