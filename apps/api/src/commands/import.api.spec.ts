import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayCell, sheetXml, workbookBytes } from '../imports/readers/workbook/workbook.fixtures.js';
import { figureFile } from '../integrity/kept-strategy.fixtures.js';
import { migrateAndFill, PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { commandDesk } from './console/command-desk.fixtures.js';
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
        ['2025', 15000],
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

  it(
    'takes by its kind what the form would ask about, rounds with leave, and tells what it made',
    async () => {
      const path = await desk.file(
        'new.csv',
        'municipality_code,municipality,indicator,period,value,unit,source\n0580,Linköping,Nya besök,2023,3,besök,Egen\n0580,Linköping,Nya besök,2024,299.99999999999994,besök,Egen\n',
      );
      const order = [path, '--source', 'Egen', '--approved-by', 'gunnel', '--new-indicators', '--new-areas'];
      const { said } = await desk.run(importCommand, [...order, '--round', '--accept', 'decimals, jump']);
      expect(said.split('\n').slice(1)).toEqual([
        'Rounded to six decimals: 1 row.',
        'New indicators (1): nya-besok.',
        'New areas (1): 0580 Linköping.',
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'reads a sheet of a workbook by what is said of its columns, and tells how it read days',
    async () => {
      const path = join(desk.folder, 'siffror.csv');
      const rows = [['Ort', 'Månad', 'Antal'], ['Linköping', dayCell('2024-09-01'), 3], ['Linköping', dayCell('2024-10-01'), '..']]; // prettier-ignore
      await writeFile(path, workbookBytes({ Läsmig: sheetXml([['Besök']]), Siffror: sheetXml(rows) }));
      const order = [path, '--source', 'Egen', '--approved-by', 'gunnel', '--new-indicators', '--new-areas'];
      const said = [
        '--map',
        'municipality=Ort',
        '--map',
        'period=Månad',
        '--map',
        'value=Antal',
        '--say',
        'indicator=Nya besök',
        '--say',
        'unit=besök',
        '--say',
        'municipality_code=0580',
      ];
      expect((await desk.run(importCommand, [...order, ...said])).complained).toMatch(
        /^row 1: the workbook has several sheets.*Läsmig, Siffror/,
      );
      const sheet = [...order, ...said, '--sheet', 'Siffror'];
      expect((await desk.run(importCommand, sheet)).complained).toMatch(
        /^row 3, value: the mark .*\(mark: \.\.; proposed: not-measured\)\nThe file was refused/,
      );
      const { said: told } = await desk.run(importCommand, [...sheet, '--mark', '..=not-measured']);
      expect(told.split('\n').slice(0, 2)).toEqual([
        jasmine.stringMatching(/^2 rows in [\d.]+ s: 2 new, 0 changed, 0 unchanged, 0 refused\.$/),
        'The days in the column of periods were read as months: 2024-09-01 as 2024-M09.',
      ]);
    },
    PATIENCE_MS,
  );

  it('says how columns are told when it is not understood', async () => {
    const { code, complained } = await importing([['2018', 1]], '--map', 'ort=Ort');
    expect([code, complained.split('\n')[0]]).toEqual([1, '--map ort: there is no such column (npm run import -- --help lists them).']);
  });

  for (const kinds of ['hopp', '', 'jump,unusual-change'])
    it(`names the kinds there are when it is asked to accept "${kinds}"`, async () => {
      const { code, complained } = await importing([['2018', 1]], '--accept', kinds);
      expect([code, complained.split('\n')[0]]).toEqual([
        1,
        '--accept takes one or more of early, jump, decimals, limits, with commas between.',
      ]);
    });
});
