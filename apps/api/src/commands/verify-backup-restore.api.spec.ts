import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../data-source.js';
import { disposalsFile } from '../disposal/disposal-log.js';
import { DECIDED, dispose } from '../integrity/disposed.fixtures.js';
import { accountOf, migrateAndFill, openContext, PATIENCE_MS, tamper } from '../integrity/kept-world.fixtures.js';
import { accountCommand } from './account.js';
import { backupCommand } from './backup.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { restoreCommand } from './restore.js';
import { verifyCommand } from './verify.js';

describe('the commands verify, backup and restore', () => {
  const desk = commandDesk();
  it(
    'copy everything, put it into an empty database and find it well',
    async () => {
      await desk.onDatabase(migrateAndFill);
      const path = join(desk.folder, 'all.tar.gz');
      const copied = await desk.run(backupCommand, [path]);
      expect(copied.code).withContext(copied.complained).toBe(0);
      expect(copied.said).toMatch(/all\.tar\.gz: 60 tables, \d+ rows, \d+ bytes\./);
      expect((await desk.run(backupCommand, [path])).complained).toBe(`${path} is there already; name another file.`);
      const observations = await desk.count('observation');
      await desk.onDatabase(nothing);
      const restored = await desk.run(restoreCommand, [path]);
      expect(restored.code).withContext(restored.complained).toBe(0);
      expect(restored.said).toMatch(
        /^Restored 60 tables with \d+ rows .*hashes compared[^]*✓ revision numbers are gapless[^]*Nothing is wrong: \d+ checks/,
      );
      expect(await desk.count('observation')).toBe(observations);
    },
    PATIENCE_MS,
  );

  it(
    'tell what was removed by decisions after a backup was made, which brings it back',
    async () => {
      await desk.onDatabase(migrateAndFill);
      const path = join(desk.folder, 'before.tar.gz');
      await desk.run(backupCommand, [path]);
      const app = await openContext(desk.database.appUrl);
      const { id: byId } = await accountOf(app, 'alva');
      const removed = { kind: 'working-material' as const, beforeDay: '2199-02-01', byId, ...DECIDED };
      await dispose(app, removed, 'dispose_working_material').finally(() => app.close());
      const away = { at: '2026-11-02T08:00:00.000Z', kind: 'leaver', decision: 'KS 2026-11-01 § 9', about: 'account 1' };
      await writeFile(disposalsFile(desk.dataDir), `${JSON.stringify(away)}\n{"cut of`);
      const name = new URL(desk.database.ownerUrl).pathname.slice(1);
      const { code, complained } = await desk.run(restoreCommand, [path, '--force'], [name]);
      expect(code).withContext(complained).toBe(0);
      expect(complained).toMatch(
        /are there again[^]*leaver: account 1 \(KS 2026-11-01 § 9\)[^]*working-material: before 2199-02-01 \(Kommunstyrelsen 2026-01-13 § 12\)/,
      );
      expect(complained).not.toContain('2199-01-01');
    },
    PATIENCE_MS,
  );

  it(
    'note the head of the chain, and find that it is gone when the end of the trail was cut off',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await desk.run(accountCommand, ['--username', 'sen', '--name', 'Sen', '--role', 'politician', '--by', 'alva'], ['']);
      const { code, said } = await desk.run(verifyCommand, []);
      expect(code).withContext(said).toBe(0);
      const head = /the chain ends with (\d+:[0-9a-f]{64}); heads\.log has 1/.exec(said)?.[1] ?? '';
      expect((await desk.run(verifyCommand, ['--expect', head])).code).toBe(0);
      await tamper(
        desk.database.ownerUrl,
        ['audit_event', 'record', 'recording'],
        `delete from account_role where role = 'politician'; delete from account where username = 'sen';
         delete from recording where id = (select id from record order by seq desc limit 1);
         delete from audit_event where record_id = (select id from record order by seq desc limit 1);
         delete from record where seq = (select max(seq) from record)`,
      );
      const cut = await desk.run(verifyCommand, ['--expect', head]);
      expect([cut.code, cut.said]).toEqual([1, jasmine.stringMatching(/2 things are wrong/)]);
      expect(cut.said).toMatch(/heads\.log line 1: event \d+ is not there[^]*|the chain does not hold it/);
    },
    PATIENCE_MS,
  );

  it(
    'replace what is there only with --force and the typed name of the database',
    async () => {
      await desk.onDatabase(migrateAndFill);
      const path = join(desk.folder, 'replace.tar.gz');
      await desk.run(backupCommand, [path]);
      await desk.run(accountCommand, ['--username', 'sen', '--name', 'Sen', '--role', 'politician', '--by', 'alva'], ['']);
      const accounts = await desk.count('account');
      expect((await desk.run(restoreCommand, [path])).complained).toMatch(/^The database is not empty/);
      expect((await desk.run(restoreCommand, [path, '--force'], ['ja'])).complained).toMatch(/Not confirmed; nothing was changed\.$/);
      expect(await desk.count('account')).toBe(accounts);
      const name = new URL(desk.database.ownerUrl).pathname.slice(1);
      expect((await desk.run(restoreCommand, [path, '--force'], [name])).code).toBe(0);
      expect(await desk.count('account')).toBe(accounts - 1);
    },
    PATIENCE_MS,
  );

  it(
    'say that there is nothing to copy',
    async () => {
      await desk.onDatabase(nothing);
      expect((await desk.run(backupCommand, [join(desk.folder, 'none.tar.gz')])).complained).toBe(
        'There is nothing to copy: the database has no tables yet.',
      );
      await expectAsync(readFile(join(desk.folder, 'none.tar.gz'))).toBeRejected();
    },
    PATIENCE_MS,
  );

  it(
    'tell what is wrong and where, with exit code 1',
    async () => {
      await desk.onDatabase(migrateAndFill);
      await tamper(desk.database.ownerUrl, ['observation'], `delete from observation where period = '2024' and revision = 1`);
      const { code, said } = await desk.run(verifyCommand, []);
      expect(code).toBe(1);
      expect(said).toMatch(/✗ revision numbers are gapless .*\n {4}folkmangd 0884 2024: revision 1 is missing/);
      expect(said).toMatch(
        /✗ every row is the one that was sealed .*\n {4}record 5 \(import\.run import-run:1\), observation: 7 rows were sealed, 6 rows are there/,
      );
      expect(said).toMatch(/3 things are wrong: \d+ checks/);
    },
    PATIENCE_MS,
  );

  it(
    'work on a database with tables only, too',
    async () => {
      await desk.onDatabase(migrate);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );
});
