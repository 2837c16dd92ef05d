import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { auditCommand } from './audit.js';
import { commandDesk } from './console/command-desk.fixtures.js';

describe('the command audit', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(migrateAndFill), PATIENCE_MS);

  it('tells who did what when, the latest first, and how much', async () => {
    const { code, said } = await desk.run(auditCommand, ['--days', '90']);
    const lines = said.split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^\d+ {2}20\d\d-.*"rut" \(rut\): Saved an entry \[entry:/);
    expect(said).toMatch(/"alva" \(alva\): Changed settings \[settings\] .*\n {4}"site" accent: – → "#1f4e79"/);
    expect(said).toMatch(/the server: Read in the strategy \[strategy:strategi\]/);
    expect(lines.at(-1)).toMatch(/^\d+ events from 20\d\d-\d\d-\d\d on\.$/);
  }, PATIENCE_MS); // prettier-ignore

  it('tells of one person or thing only, when asked', async () => {
    const { said } = await desk.run(auditCommand, ['--who', 'alva', '--about', 'settings.change']);
    expect(said.split('\n').at(-1)).toMatch(/^2 events/);
  }, PATIENCE_MS); // prettier-ignore

  it('writes a file for Excel, and never over another one', async () => {
    const path = join(desk.folder, 'handelser.csv');
    expect((await desk.run(auditCommand, ['--csv', path])).code).toBe(0);
    expect(await readFile(path, 'utf8')).toMatch(/^\uFEFFNummer;Tid;.*\r\n\d+;/);
    expect((await desk.run(auditCommand, ['--csv', path])).code).toBe(1);
  }, PATIENCE_MS); // prettier-ignore

  for (const args of [['--days', '0'], ['--days', 'all'], ['file']]) {
    it(`refuses ${args.join(' ')}`, async () => expect((await desk.run(auditCommand, args)).code).toBe(1), PATIENCE_MS);
  }
});
