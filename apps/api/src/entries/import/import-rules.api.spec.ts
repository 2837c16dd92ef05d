import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../data-source.js';
import type { Account } from '../../identity/account.js';
import { AccountQuery } from '../../identity/account.query.js';
import { FigureFiles, line } from '../../testing/figure-file.js';
import { Seed } from '../../testing/seed.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { faultText, ImportFault } from './import-fault.js';
import { ImportFigures, type ImportOrder, type ImportResult } from './import-figures.js';

/** What the rules of figures refuse in a file, as they refuse it in the form. */
describe('a file of figures', () => {
  let whole: WholeApplication;
  let reviewer: Account;
  const files = new FigureFiles();
  beforeAll(async () => {
    whole = await wholeApplication();
    reviewer = (await whole.app.get(AccountQuery).byUsername('reviewer'))!;
    const owner = await new DataSource(dataSourceOptions({ url: whole.database.ownerUrl, poolSize: 1 })).initialize();
    await owner.transaction((manager) => new Seed(manager).indicator('valdeltagande', { nameSv: 'Valdeltagande', unitSv: '%', cadence: 'irregular', irregularYears: [2018, 2022] }));
    await owner.destroy();
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    await files.clear();
  });

  const run = (path: string, more: Partial<ImportOrder> = {}): Promise<ImportResult> => whole.app.get(ImportFigures).run(reviewer, { path, source: 'Provet', mayCreate: false, ...more });
  /** Why the file is refused, as the command says it. */
  const refused = async (path: string, more: Partial<ImportOrder> = {}): Promise<readonly string[]> => {
    try {
      await run(path, more);
    } catch (error) {
      if (error instanceof ImportFault) return error.faults.map(faultText);
      throw error;
    }
    throw new Error('the file was taken');
  };
  const brought = ({ rows, added, changed, unchanged }: ImportResult) => [rows, added, changed, unchanged];

  describe('with a period the form refuses', () => {
    const election = { indicator: 'valdeltagande', unit: '%', value: '88' };

    it('is refused where the period has not begun in Stockholm', async () => {
      const path = await files.rows(line({ period: '1895-Q1' }), line({ period: '2099-Q1' }));
      expect(await refused(path)).toEqual(['row 3: the period has not begun (period: 2099-Q1)']);
    });

    it('is refused though the indicator would be made', async () => {
      const path = await files.rows(line({ indicator: 'Något nytt', period: '2099' }));
      expect(await refused(path, { mayCreate: true })).toEqual(['row 2: the period has not begun (period: 2099)']);
    });

    for (const mayCreate of [false, true]) {
      it(`is refused where an irregular indicator is not measured that year${mayCreate ? ', also when indicators may be made' : ''}`, async () => {
        const path = await files.rows(line({ ...election, period: '2018' }), line({ ...election, period: '2019' }));
        expect(await refused(path, { mayCreate })).toEqual(['row 3: the indicator is not measured in that year (period: 2019; years: 2018, 2022)']);
      });
    }

    it('is taken where it is measured', async () => {
      expect(brought(await run(await files.rows(line({ ...election, period: '2018' }), line({ ...election, period: '2022' }))))).toEqual([2, 2, 0, 0]);
    });
  });

  describe('with an area whose code and name part', () => {
    it('is refused, naming both', async () => {
      const path = await files.rows(line({ period: '1894-Q1' }), line({ period: '1894-Q2', code: '0884-frodinge' }));
      expect(await refused(path)).toEqual(['row 3: the code of the area belongs to another name (area: 0884-frodinge; name: Vimmerby; expected: Frödinge)']);
    });

    it('is refused where the file itself brought the area under another name', async () => {
      const path = await files.rows(line({ period: '1894-Q1', code: '0581', municipality: 'Norrköping' }), line({ period: '1894-Q2', code: '0581', municipality: 'Örebro' }));
      expect(await refused(path, { mayCreate: true })).toEqual(['row 3: the code of the area belongs to another name (area: 0581; name: Örebro; expected: Norrköping)']);
    });

    it('is taken where only case, spaces or the writing of a letter differ', async () => {
      const names = [' vimmerby ', 'VIMMERBY', 'Fro\u0308dinge'];
      const path = await files.rows(...names.map((municipality, at) => line({ period: `1893-Q${at + 1}`, code: at === 2 ? '0884-frodinge' : '0884', municipality })));
      expect(brought(await run(path))).toEqual([3, 3, 0, 0]);
    });
  });
});
