import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { disposalsFile } from '../disposal/disposal-log.js';
import { migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { exportAllCommand } from './export-all.js';
import { importAllCommand } from './import-all.js';

describe('the commands export:all and import:all', () => {
  const desk = commandDesk();

  it('write everything into a folder, read it where nothing is, and find it well', async () => {
    await desk.onDatabase(migrateAndFill);
    const folder = join(desk.folder, 'allt');
    const out = await desk.run(exportAllCommand, [folder]);
    expect(out.code).withContext(out.complained).toBe(0);
    expect(out.said).toMatch(/allt: \d+ files, \d+ rows\.\nThe people are not in it; free text, and events that older versions wrote \(audit_event.csv\), may.*\nWhat was hidden by a decision still stands/);
    const observations = await desk.count('observation');
    expect((await desk.run(importAllCommand, [folder])).complained).toMatch(/The database is not empty/);
    await desk.onDatabase(nothing);
    const away = { at: '2026-11-02T08:00:00.000Z', kind: 'events', decision: 'KS 2026-11-01 § 9', about: 'before 2026-01-01' };
    await writeFile(disposalsFile(desk.dataDir), `${JSON.stringify(away)}\n`);
    const read = await desk.run(importAllCommand, [folder]);
    expect(read.code).withContext(read.complained).toBe(0);
    expect(read.complained).toMatch(/are there again[^]*events: before 2026-01-01 \(KS 2026-11-01 § 9\)$/);
    expect(read.said).toMatch(/^Read \d+ files with \d+ rows as they were .*\nThe accounts are nobody’s[^]*Nothing is wrong: \d+ checks/);
    expect(await desk.count('observation')).toBe(observations);
  }, PATIENCE_MS); // prettier-ignore

  it('name the people where they are asked for, and say what that is', async () => {
    await desk.onDatabase(migrateAndFill);
    const folder = join(desk.folder, 'med-folk');
    expect((await desk.run(exportAllCommand, [folder, '--with-people'])).said).toContain('It holds names and mail addresses');
    await desk.onDatabase(nothing);
    expect((await desk.run(importAllCommand, [folder])).said).toContain('Everyone chooses a new password.');
  }, PATIENCE_MS); // prettier-ignore

  const misused: [args: string[], complaint: RegExp][] = [
    [[], /Usage: npm run export:all/],
    [['en', 'två'], /Usage: npm run export:all/],
    [['en', '--all'], /Usage: npm run export:all/],
  ];
  for (const [args, complaint] of misused) {
    it(`are not understood with "${args.join(' ')}"`, async () => {
      await desk.onDatabase(nothing);
      const { code, complained } = await desk.run(exportAllCommand, args);
      expect([code, complaint.test(complained)])
        .withContext(complained)
        .toEqual([1, true]);
    });
  }
});
