import { dayCell, sheetXml, workbookBytes, type FixtureCell } from './readers/workbook/workbook.fixtures.js';
import { ANYTHING, brought, FigureDesk } from '../testing/figure-desk.js';
import { HEADER } from '../testing/figure-file.js';

/** Workbooks as officials save them, whatever the file is called: read like a CSV file, or refused with the cell. */
describe('a workbook of figures', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  const row = (period: FixtureCell, value: FixtureCell, code: FixtureCell = '0884'): FixtureCell[] => [
    code,
    'Vimmerby',
    'foretagsbesok',
    period,
    value,
    'besök',
    'Boken',
  ];

  it('is read as a CSV file is, and changes nothing the second time', async () => {
    const path = await desk.files.workbook(
      row('1860-Q1', 12),
      row('1860-Q2', '12,5'),
      row('1860 kv 3', { xml: '<c><f>6*2</f><v>12</v></c>' }),
    );
    expect(brought(await desk.run(path, { accept: new Set(['decimals']) }))).toEqual([3, 3, 0, 0]);
    expect(brought(await desk.run(path, { onProgress: () => undefined }))).toEqual([3, 0, 0, 3]);
    const csv = await desk.files.rows('0884,Vimmerby,foretagsbesok,1860-Q2,12.5,besök,Boken');
    expect(brought(await desk.run(csv))).toEqual([1, 0, 0, 1]);
  });

  it('has its numbers as the program shows them, and the noise of a computation refused as in CSV', async () => {
    const income = (period: string, value: FixtureCell): FixtureCell[] => [
      '0884',
      'Vimmerby',
      'Nettoinkomst',
      period,
      value,
      'kr',
      'Boken',
    ];
    const noise = { xml: '<c><v>517799.99999999994</v></c>' };
    const path = await desk.files.workbook(income('1861', { xml: '<c><v>517800.20000000001</v></c>' }), income('1862', noise));
    expect((await desk.refusal(path, { mayCreate: ANYTHING })).map(({ row, code }) => [row, code])).toEqual([[3, 'value.too-precise']]);
    const { added, rounded } = await desk.run(path, { round: true, mayCreate: ANYTHING });
    expect([added, rounded]).toEqual([2, 1]);
  });

  it('says how days in the column of periods were read', async () => {
    const path = await desk.files.workbook(
      ['0884', 'Vimmerby', 'Dagböcker', dayCell('2024-09-01'), 5, 'st', 'Boken'],
      ['0884', 'Vimmerby', 'Dagböcker', dayCell('2024-10-01'), 6, 'st', 'Boken'],
    );
    expect((await desk.run(path, { mayCreate: ANYTHING })).notes).toEqual([
      { code: 'period.days-as-months', from: '2024-09-01', to: '2024-M09' },
    ]);
    expect(await desk.whole.rows(`select period from observation where source = 'Boken' and period like '2024-M%' order by 1`)).toEqual([
      { period: '2024-M09' },
      { period: '2024-M10' },
    ]);
  });

  it('may have empty columns and rows', async () => {
    const [code, area, ...others] = HEADER.split(',') as [string, string, ...string[]];
    const [one, two, ...cells] = row('1862-Q1', 3) as [FixtureCell, FixtureCell, ...FixtureCell[]];
    const path = await desk.files.write(
      workbookBytes({ Blad1: sheetXml([[], [code, area, null, ...others], [], [one, two, null, ...cells]]) }),
    );
    expect(brought(await desk.run(path))).toEqual([1, 1, 0, 0]);
  });

  it('with several sheets is asked which one, and read from the one that is named', async () => {
    const path = await desk.files.write(
      workbookBytes({ Läsmig: sheetXml([['Så här gör man']]), Siffror: sheetXml([HEADER.split(','), row('1863-Q1', 3)]) }),
    );
    expect(await desk.refused(path)).toEqual([
      'row 1: the workbook has several sheets; say which one is meant (--sheet) (sheets: Läsmig, Siffror)',
    ]);
    expect(brought(await desk.run(path, { sheet: 'Siffror' }))).toEqual([1, 1, 0, 0]);
  });

  const refused: readonly (readonly [what: string, rows: FixtureCell[][], after: string, sentences: string[]])[] = [
    ['merged cells', [row('1864-Q1', 3), row('1864-Q2', 3)], '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>', ['row 2, municipality: cells of the table are merged; part them, and write in each what it says (cell: B2:B3)']],
    ['a formula that nobody computed', [row('1864-Q1', { xml: '<c><f>1+1</f></c>' })], '', ['row 2, value: the cell holds a formula without its result; open the workbook, let it compute and save it (cell: E2)']],
    ['an error', [row('1864-Q1', { xml: '<c t="e"><v>#N/A</v></c>' })], '', ['row 2, value: the cell shows an error (cell: E2)']],
    ['a code that lost its noughts', [row('1864-Q1', 3, 884)], '', ['row 2, municipality_code: the code of the area is a known one written otherwise, as without its noughts (let the spreadsheet keep it as text) (area: 884; expected: 0884)']],
    ['a note beside the table', [[...row('1864-Q1', 3), 'kolla!']], '', ['row 2: the cell stands beside the table, under no heading (cell: H2)']],
    ['a total', [row('1864-Q1', 3), ['', 'Summa', 'foretagsbesok', '1864-Q1', 3, 'besök', 'Boken']], '', ['row 3, municipality_code: there is no such area (import with --new-areas to make it) (area: Summa)']],
    ['a day that is no period', [row(dayCell('2024-09-30'), 3)], '', [jasmine.stringMatching('^row 2, period: .*2024-09-30') as unknown as string]],
    ['a share that is shown as percent', [row('1864-Q1', { xml: '<c s="2"><v>0.5</v></c>' })], '', [jasmine.stringMatching('^row 2, value: .*50 %') as unknown as string]],
  ]; // prettier-ignore
  for (const [what, rows, after, sentences] of refused)
    it(`with ${what} is refused by the cell, and nothing of it is stored`, async () => {
      const before = await desk.counts();
      const path = await desk.files.write(workbookBytes({ Blad1: sheetXml([HEADER.split(','), ...rows], after) }));
      expect(await desk.refused(path)).toEqual(sentences);
      expect(await desk.counts()).toEqual(before);
    });

  it('with a title is told to take it away', async () => {
    const path = await desk.files.write(workbookBytes({ Blad1: sheetXml([['Besök'], [], HEADER.split(','), row('1865-Q1', 1)]) }));
    expect(await desk.refused(path)).toEqual([
      'row 1: the header is not the first row; take away what stands before it (header in row: 3)',
    ]);
  });

  it('is refused where a name would turn what is read around', async () => {
    const path = await desk.files.workbook(['1', 'Väst\u202ervik', 'foretagsbesok', '1864-Q1', 1, 'besök', 'Boken']);
    expect((await desk.refusal(path, { mayCreate: ANYTHING })).map(({ code }) => code)).toEqual(['text.not-storable']);
  });
});
