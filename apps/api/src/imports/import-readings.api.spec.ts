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
        expect(brought(await desk.run(path, { accept: new Set(['decimals']) }))).toEqual([2, 2, 0, 0]);
        expect(await pointsOf(year)).toEqual([12.5, 7]);
      });
    }

    it('is read where some cell is quoted', async () => {
      const path = await desk.files.write(written(1872, ';').replaceAll('Boken', '"Boken; del 2"').replace('period', '"period"'));
      await desk.run(path, { accept: new Set(['decimals']) });
      expect(await pointsOf(1872)).toEqual([12.5, 7]);
    });

    it('is told what to do where a decimal comma makes two cells of one', async () => {
      const path = await desk.files.write(`${HEADER}\n0884,Vimmerby,foretagsbesok,1873-Q1,12,5,besök,Boken\n`);
      expect(await desk.refused(path)).toEqual([
        'row 2: the file is not a well-formed CSV file (reason: 8 cells where the header has 7; a cell with a separator in it stands in quotes)',
      ]);
    });
  });

  describe('with some letters that are not UTF-8', () => {
    it('names the row and the column of the first', async () => {
      const rows = Buffer.from([HEADER, ...quarters(1874, '1', '2'), ''].join('\n'));
      const path = await desk.files.write(Buffer.concat([rows, Buffer.from(line({ period: '1874-Q3' }), 'latin1')]));
      expect(await desk.refused(path)).toEqual([
        'row 4, unit: some letters of the file are UTF-8, and this one is not (save the file as "CSV UTF-8" and try again)',
      ]);
    });
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
