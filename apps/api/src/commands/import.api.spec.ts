import { figureFile, migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { commandDesk } from './command-desk.fixtures.js';
import { importCommand } from './import.js';
import { verifyCommand } from './verify.js';

describe('the command import', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(migrateAndFill), PATIENCE_MS);
  const importing = async (figures: readonly (readonly [string, number])[], ...more: string[]) =>
    desk.run(importCommand, [await figureFile(desk.folder, figures), '--source', 'SCB', '--approved-by', 'gunnel', ...more]);

  it(
    'tells what was new, changed and unchanged, and changes nothing the second time',
    async () => {
      const first = await importing(
        [
          ['2018', 15636],
          ['2025', 15330],
          ['2024', 15384],
        ],
        '--reason',
        'SCB rättade 2025',
      );
      expect(first.said).toMatch(/^3 rows in [\d.]+ s: 1 new, 1 changed, 1 unchanged, 0 refused\.$/);
      expect(
        (
          await importing([
            ['2018', 15636],
            ['2025', 15330],
            ['2024', 15384],
          ])
        ).said,
      ).toContain('0 new, 0 changed, 3 unchanged');
      expect(await desk.count('import_run')).toBe(3);
      expect((await desk.run(verifyCommand, [])).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'names the rows it refuses, and stores nothing of the file',
    async () => {
      const { code, complained } = await importing([
        ['2018', 15636],
        ['2025', 1],
      ]);
      expect(code).toBe(1);
      expect(complained).toMatch(/^row 3, value: .*needs --reason.*\nThe file was refused; nothing was stored\.$/);
      expect(await desk.count(`observation where period = '2018'`)).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'needs an approver who exists and may approve',
    async () => {
      const path = await figureFile(desk.folder, [['2018', 1]]);
      expect((await desk.run(importCommand, [path, '--source', 'SCB', '--approved-by', 'nobody'])).complained).toBe(
        'There is no account named nobody that can be used.',
      );
      expect((await desk.run(importCommand, [path, '--source', 'SCB', '--approved-by', 'rut'])).complained).toMatch(
        /^The roles of the account do not allow this/,
      );
    },
    PATIENCE_MS,
  );
});
