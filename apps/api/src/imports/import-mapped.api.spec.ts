import { ANYTHING, brought, FigureDesk } from '../testing/figure-desk.js';
import type { MappingWords } from './mapping/mapping-words.js';
import { wishOf } from './mapping/mapping-words.js';
import { sheetXml, workbookBytes } from './readers/workbook/workbook.fixtures.js';
import type { ImportOrder } from './import-order.js';

const PX = `CHARSET="ANSI";LANGUAGE="sv";CONTENTS="KS-indikatorer";UNITS="antal";STUB="tid","kvartal","kommun";HEADING="indikator";
VALUES("tid")="1890","1891";VALUES("kvartal")="Kvartal 1","Kvartal 2";VALUES("kommun")="Vimmerby","Frödinge";VALUES("indikator")="Födda","Döda";
DATA=1 2 3 4 5 6 7 8 ".." 10 "-" 12 13 14 15 16;`;

/** Files of others, whose columns are called as whoever made them calls them. */
describe('a table of others', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  const order = (words: MappingWords, more: Partial<ImportOrder> = {}): Partial<ImportOrder> => ({
    mapping: wishOf(words),
    mayCreate: ANYTHING,
    ...more,
  });
  const latin = (text: string): Promise<string> => desk.files.write(Buffer.from(text, 'latin1'));
  const stored = (indicator: string) =>
    desk.whole.rows(
      `select t.code, o.period, o.value::float8 as value, o.missing, o.source, h.breakdown from observation o join series_head h on h.id = o.series_id
         join indicator i on i.id = h.indicator_id join territory t on t.id = h.territory_id where i.slug = $1 order by o.period, t.code, h.breakdown`,
      [indicator],
    );

  it('as a PX file with year and quarter apart is read once its marks are explained', async () => {
    const path = await latin(PX);
    expect(await desk.refused(path, order({ map: ['indicator=indikator'] }))).toEqual([
      'row 9, value: the mark stands where values do; say what it means with --mark MARK=MEANING (zero, left-out, or why there is no value) (mark: ..; proposed: not-measured)',
      'row 11, value: the mark stands where values do; say what it means with --mark MARK=MEANING (zero, left-out, or why there is no value) (mark: -; proposed: zero)',
    ]);
    const words = { map: ['indicator=indikator'], mark: ['..=not-measured', '-=zero'] };
    expect(brought(await desk.run(path, order(words)))).toEqual([16, 16, 0, 0]);
    expect(brought(await desk.run(path, order(words)))).toEqual([16, 0, 0, 16]);
    expect((await stored('fodda')).slice(3)).toEqual(
      [
        { code: '0884-frodinge', period: '1890-Q2', value: 7, missing: null, source: 'Provet', breakdown: '' },
        { code: '0884', period: '1891-Q1', value: null, missing: 'not-measured', source: 'Provet', breakdown: '' },
        { code: '0884-frodinge', period: '1891-Q1', value: 0, missing: null, source: 'Provet', breakdown: '' },
        { code: '0884', period: '1891-Q2', value: 13, missing: null, source: 'Provet', breakdown: '' },
        { code: '0884-frodinge', period: '1891-Q2', value: 15, missing: null, source: 'Provet', breakdown: '' },
      ].sort((one, other) => one.period.localeCompare(other.period) || one.code.localeCompare(other.code)),
    );
  });

  it('as a dataset of JSON-stat has its names from the file, and its parts from what is said', async () => {
    const dataset = {
      ...{ class: 'dataset', source: 'SCB', id: ['Region', 'Kon', 'Mått', 'Tid'], size: [1, 2, 1, 1], value: [7683, 15_384] },
      dimension: {
        Region: { label: 'region', category: { index: ['0884'], label: { '0884': 'Vimmerby' } } },
        Kon: { label: 'kön', category: { index: ['2', 'T'], label: { '2': 'kvinnor', T: 'totalt' } } },
        Mått: { label: 'mått', category: { index: ['F'], label: { F: 'Folkmängd efter kön' }, unit: { F: { base: 'antal' } } } },
        Tid: { label: 'år', category: { index: ['1890'] } },
      },
      role: { time: ['Tid'], geo: ['Region'], metric: ['Mått'] },
    };
    const path = await desk.files.write(JSON.stringify(dataset));
    expect((await desk.refusal(path, order({}))).map(({ code, facts }) => [code, facts['columns']])).toEqual([['mapping.unread', ['kön']]]);
    expect(brought(await desk.run(path, order({ map: ['breakdown=kön'] })))).toEqual([2, 2, 0, 0]);
    expect(await stored('folkmangd-efter-kon')).toEqual([
      { code: '0884', period: '1890', value: 15_384, missing: null, source: 'SCB', breakdown: '' },
      { code: '0884', period: '1890', value: 7683, missing: null, source: 'SCB', breakdown: 'kvinnor' },
    ]);
    expect(brought(await desk.run(path, order({ only: ['kön=totalt'] })))).toEqual([1, 0, 0, 1]);
  });

  it('as a wide sheet with a title gives a figure for each period, and refuses by the cell', async () => {
    const sheet = (value: string | number) =>
      workbookBytes({ Blad1: sheetXml([['Båtar i kommunen'], [], ['Kommun', '1890', '1891', '1892'], ['Vimmerby', 4, null, value]]) });
    const words = { map: ['municipality=Kommun'], say: ['indicator=Båtar', 'unit=st', 'source=Hamnen'] };
    expect(await desk.refused(await desk.files.write(sheet('fem')), order(words))).toEqual([
      jasmine.stringMatching(/^row 4, value: .*cell: D4\)$/),
    ]);
    expect(brought(await desk.run(await desk.files.write(sheet(5)), order(words)))).toEqual([2, 2, 0, 0]);
    expect((await stored('batar')).map((row) => row)).toEqual([
      jasmine.objectContaining({ period: '1890', value: 4, source: 'Hamnen' }),
      jasmine.objectContaining({ period: '1892', value: 5 }),
    ]);
  });

  it('as CSV is read by its own names', async () => {
    const path = await desk.files.write(
      '\ufeffStatistik över bryggor\n\nOrt;År;Kvartal;Antal bryggor\nVimmerby;1890;1;12,5\nFrödinge;1890;2;7\n',
    );
    const words = { map: ['municipality=Ort', 'period=År+Kvartal', 'value=Antal bryggor'], say: ['indicator=Bryggor', 'unit=st'] };
    expect(brought(await desk.run(path, order(words)))).toEqual([2, 2, 0, 0]);
    expect((await stored('bryggor')).map((row) => Object.values(row).slice(0, 3))).toEqual([['0884', '1890-Q1', 12.5], ['0884-frodinge', '1890-Q2', 7]]); // prettier-ignore
  });

  it('leaves in the trail how its columns were read', async () => {
    const path = await desk.files.write(workbookBytes({ Blad1: sheetXml([['Kommun', '1880', '1881'], ['Vimmerby', 4, 5]]) })); // prettier-ignore
    const words = { say: ['indicator=Kajer', 'unit=st'] };
    await desk.run(path, order(words, { sheet: 'blad1' }));
    const [event] = await desk.whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%import.run%' order by record_id desc limit 1`,
    );
    const { facts } = JSON.parse(event?.payload ?? '{}') as { facts: Record<string, unknown> };
    expect([facts['sheet'], facts['mapping']]).toEqual(['blad1', wishOf(words)]);
  });

  for (const [what, content, words, sentence] of [
    [
      'a column that is not there',
      'Ort;År;Värde\nVimmerby;1890;1\n',
      { map: ['indicator=Mått'] },
      /^row 1: the file has no columns of these names \(columns: Mått; found: Ort, År, Värde\)/,
    ],
    [
      'too little to go by',
      'Ort;År;Värde\nVimmerby;1890;1\n',
      { map: ['municipality=Ort'] },
      /^row 1: it cannot be told from the headings .*\(columns: indicator, unit; found:/,
    ],
    [
      'a decimal comma between commas',
      'Ort,År,Värde\nVimmerby,1890,1,5\n',
      { say: ['indicator=A', 'unit=st'] },
      /^row 2: .*4 cells where the header has 3/,
    ],
  ] as const)
    // prettier-ignore
    it(`is refused with ${what}`, async () => {
      expect(await desk.refused(await desk.files.write(content), order(words))).toEqual([jasmine.stringMatching(sentence)]);
    });
});
