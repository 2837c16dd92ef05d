import type { SeriesView } from '@slusen/contracts';
import { ANYTHING, brought, FigureDesk, NOTHING } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';

/** Files as spreadsheets and people write them: read right, or refused with what to do. */
describe('a file of figures as somebody wrote it', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  const pointsOf = async (year: number) =>
    (await desk.whole.visitor().get('/api/indicators/foretagsbesok/series'))
      .json<SeriesView>()
      .points.filter(({ period }) => period.startsWith(String(year)))
      .map(({ value }) => value);
  /** Quarters of a year with these values. */
  const quarters = (year: number, ...values: readonly string[]): string[] =>
    values.map((value, at) => line({ period: `${year}-Q${at + 1}`, value }));

  describe('with another mark than a comma between its cells', () => {
    const written = (year: number, separator: string): string =>
      [HEADER, ...[`${year}-Q1,12.5`, `${year}-Q2,7`].map((cells) => `0884,Vimmerby,foretagsbesok,${cells},besök,Boken`)]
        .join('\r\n')
        .replaceAll(',', separator)
        .replace('12.5', '12,5');

    for (const [name, separator, year] of [
      ['semicolons, as a Swedish spreadsheet saves', ';', 1870],
      ['tabs, as cells are copied', '\t', 1871],
    ] as const) {
      it(`is read with ${name}`, async () => {
        const path = await desk.files.write(`\ufeff${written(year, separator)}`);
        expect(brought(await desk.run(path, { reason: 'Halva besök' }))).toEqual([2, 2, 0, 0]);
        expect(await pointsOf(year)).toEqual([12.5, 7]);
      });
    }

    it('is read where some cell is quoted', async () => {
      const path = await desk.files.write(written(1872, ';').replaceAll('Boken', '"Boken; del 2"').replace('period', '"period"'));
      await desk.run(path, { reason: 'Halva besök' });
      expect(await pointsOf(1872)).toEqual([12.5, 7]);
    });

    it('is told what to do where a decimal comma makes two cells of one', async () => {
      const path = await desk.files.write(`${HEADER}\n0884,Vimmerby,foretagsbesok,1873-Q1,12,5,besök,Boken\n`);
      expect(await desk.refused(path)).toEqual([
        'row 2: the file is not a well-formed CSV file (reason: 8 cells where the header has 7; a cell with a separator in it stands in quotes)',
      ]);
    });
  });

  describe('with letters that are not UTF-8', () => {
    it('names the row and the column of the first', async () => {
      const rows = Buffer.from([HEADER, ...quarters(1874, '1', '2'), ''].join('\n'));
      const path = await desk.files.write(Buffer.concat([rows, Buffer.from(line({ period: '1874-Q3' }), 'latin1')]));
      expect(await desk.refused(path)).toEqual(['row 4, unit: this is not UTF-8 (save the file as "CSV UTF-8" and try again)']);
    });

    it('names UTF-16 by its name', async () => {
      const path = await desk.files.write(Buffer.from(`\ufeff${HEADER}\n${line({ period: '1874-Q4' })}\n`, 'utf16le'));
      expect(await desk.refused(path)).toEqual(['row 1: the file is UTF-16 (save it as "CSV UTF-8" and try again)']);
    });
  });

  describe('with numbers that can be read in two ways', () => {
    const ambiguous = (row: number, text: string): string =>
      `row ${row}, value: wherever a number of this indicator has a point or comma, three digits follow, so it may be thousands; leave it out, or add a nought (1,2340) (text: ${text})`;

    it('is refused where every mark may stand between thousands, also when the decimals would be noughts', async () => {
      expect(await desk.refused(await desk.files.rows(...quarters(1875, '40', '1.000', '2.000')))).toEqual([ambiguous(3, '1.000')]);
      expect(await desk.refused(await desk.files.rows(...quarters(1875, '1,234')), { reason: 'Så är det' })).toEqual([
        ambiguous(2, '1,234'),
      ]);
    });

    it('is refused for an indicator that is to be made, too', async () => {
      const path = await desk.files.rows(line({ indicator: 'Fibernät', unit: 'meter', period: '2020', value: '12.500' }));
      expect(await desk.refused(path, { mayCreate: ANYTHING })).toEqual([ambiguous(2, '12.500')]);
    });

    it('is read where another number shows that the mark is for decimals', async () => {
      expect(brought(await desk.run(await desk.files.rows(...quarters(1876, '1,234', '12,5', '0,125')), { reason: 'Delar' }))).toEqual([
        3, 3, 0, 0,
      ]);
      expect(await pointsOf(1876)).toEqual([1.234, 12.5, 0.125]);
    });

    it('is asked why it has more decimals than its indicator', async () => {
      const path = await desk.files.rows(...quarters(1877, '40,0', '40,25'));
      expect(await desk.refused(path)).toEqual([
        'row 3, value: the value has more decimals than its indicator; if it is right and no point between thousands, say why with --reason (value: 40.25; decimals: 0)',
      ]);
      expect(brought(await desk.run(path, { reason: 'Medelvärden' }))).toEqual([2, 2, 0, 0]);
      expect(brought(await desk.run(path))).toEqual([2, 0, 0, 2]);
    });
  });

  it('is not taken for final while its period goes on, unless it says so', async () => {
    const now = new Date();
    const period = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
    expect(await desk.refused(await desk.files.rows(line({ period })))).toEqual([
      `row 2, quality: the period has not ended, so say how sure the figure is: preliminary, estimated, or final if it is (period: ${period})`,
    ]);
    const path = await desk.files.write(`${HEADER},quality\n${line({ period })},preliminary\n`);
    expect(brought(await desk.run(path, { reason: 'Nya uppgifter' }))[0]).toBe(1);
  });

  it('is refused where a spreadsheet took the code of an area for a number, also when areas may be made', async () => {
    const sentence =
      'the code of the area is a known one written otherwise, as without its noughts (let the spreadsheet keep it as text) (area: 884; expected: 0884)';
    for (const mayCreate of [NOTHING, ANYTHING])
      expect(await desk.refused(await desk.files.rows(line({ code: '884', period: '1878-Q1' })), { mayCreate })).toEqual([
        `row 2, municipality_code: ${sentence}`,
      ]);
  });
});
