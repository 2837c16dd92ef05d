import fc from 'fast-check';
import { rowOf, type FileRow } from '../file-columns.js';
import { ImportFault, type RowFault } from '../import-fault.js';
import { decimalRead } from './decimal-read.js';
import { cellNumber, cellOf } from './cell-number.js';
import { MappedRows } from './mapped-rows.js';
import { breakdownOf, periodOfRow, UNMAPPED, type Mapping } from './mapping.js';
import { areaKindIn, proposeMapping, type TableHeading } from './propose-mapping.js';

/** As they are written. */
const NUMBERS = { refuse: (): void => undefined };
const named = (...names: string[]): TableHeading[] => names.map((name) => ({ name }));
/** What a mapping takes each of our columns from, in words. */
const inWords = ({ columns, part, periods }: Mapping): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(columns).map(([column, said]) => [column, 'column' in said ? said.column : `"${said.text}"`])),
  ...(part !== undefined && { part }),
  ...(periods.length > 0 && { periods: periods.map(({ period }) => period).join(' ') }),
});

describe('a mapping', () => {
  describe('is proposed', () => {
    it('from our own headings, in both languages', () =>
      expect(inWords(proposeMapping(named('Område', 'Indikator', 'Period', 'Värde', 'unit', 'Källa')))).toEqual({
        ...{ municipality: 'Område', indicator: 'Indikator', period: 'Period', value: 'Värde', unit: 'unit', source: 'Källa' },
      }));
    it('from what others call theirs', () =>
      expect(inWords(proposeMapping(named('Kommun', 'Nyckeltal', 'År', 'Utfall')))).toEqual({
        ...{ municipality: 'Kommun', indicator: 'Nyckeltal', period: 'År', value: 'Utfall' },
      }));
    it('of a table with year and quarter apart', () =>
      expect(inWords(proposeMapping(named('tid', 'kvartal', 'kommun', 'innehåll', 'värde', 'enhet')))).toEqual({
        ...{ period: 'tid', part: 'kvartal', municipality: 'kommun', indicator: 'innehåll', value: 'värde', unit: 'enhet' },
      }));
    for (const [heading, kind] of [
      ['Kommun', 'municipality'],
      ['Tätort', 'locality'],
      ['Ort', 'locality'],
      ['Område', undefined],
    ] as const)
      it(`with areas that are ${kind ?? 'of any kind'} under ${heading}`, () =>
        expect(areaKindIn(proposeMapping(named(heading, 'Nyckeltal', 'År', 'Utfall')))).toBe(kind));
    it('of values whose unit stands with their heading', () =>
      expect(inWords(proposeMapping(named('Kommun', 'Mått', 'År', 'Värde (kr)')))).toEqual({
        ...{ municipality: 'Kommun', indicator: 'Mått', period: 'År', value: 'Värde (kr)', unit: '"kr"' },
      }));
    it('of a wide table, whose headings are periods', () =>
      expect(inWords(proposeMapping(named('Kommun', 'Mått', '2024', '2025', '2026K1')))).toEqual({
        ...{ municipality: 'Kommun', indicator: 'Mått', periods: '2024 2025 2026K1' },
      }));
    it('of a cube, from what its dimensions are', () =>
      expect(
        inWords(
          proposeMapping([
            { name: 'tabellinnehåll', role: 'measure', dimension: 'tabellinnehåll' },
            { name: 'plats', role: 'area', dimension: 'plats' },
            { name: 'plats (kod)', role: 'code', dimension: 'plats' },
            { name: 'kvartal', role: 'time', dimension: 'kvartal' },
            { name: 'kvartal (kod)', role: 'code', dimension: 'kvartal' },
            { name: 'värde', role: 'value' },
            { name: 'enhet', role: 'unit' },
            { name: 'status', role: 'status' },
          ]),
        ),
      ).toEqual({
        ...{
          municipality_code: 'plats (kod)',
          municipality: 'plats',
          indicator: 'tabellinnehåll',
          period: 'kvartal (kod)',
          value: 'värde',
          unit: 'enhet',
          quality: 'status',
        },
      }));
  });

  describe('makes rows of figures', () => {
    const headings = ['kommun', 'år', 'kvartal', 'kön', 'värde'];
    const mapping: Mapping = {
      ...UNMAPPED,
      columns: {
        ...{ municipality: { column: 'kommun' }, period: { column: 'år' }, value: { column: 'värde' } },
        ...{ indicator: { text: 'Folkmängd' }, unit: { text: 'antal' }, source: { text: 'SCB' } },
      },
      part: 'kvartal',
      breakdown: ['kön'],
      marks: { '..': 'not-measured', '-': 'zero', x: 'left-out' },
    };
    const rowsOf = (cells: string[], said = mapping, over = headings): FileRow[] =>
      new MappedRows(over, said, NUMBERS).recordsOf({ row: 2, cells }).map((record) => rowOf(record.cells));

    it('from columns and from what is said of all', () =>
      expect(rowsOf(['Vimmerby', '2026', 'Kvartal 3', 'kvinnor', '12'])).toEqual([
        jasmine.objectContaining({
          municipality: 'Vimmerby',
          indicator: 'Folkmängd',
          period: '2026-Q3',
          value: '12',
          unit: 'antal',
          breakdown: 'kvinnor',
        }),
      ]));
    it('with reasons, nought or nothing for marks', () => {
      const of = (value: string) =>
        rowsOf(['Vimmerby', '2026', 'kv 3', 'totalt', value]).map(({ value: number, missing, breakdown }) => [number, missing, breakdown]);
      expect([of('..'), of('-'), of('x'), of('-4')]).toEqual([[['', 'not-measured', '']], [['0', '', '']], [], [['-4', '', '']]]);
    });
    it('only of what is asked for', () => {
      const women = { ...mapping, only: { kön: 'kvinnor' } };
      expect(rowsOf(['Vimmerby', '2026', '3', 'män', '1'], women)).toEqual([]);
      expect(rowsOf(['Vimmerby', '2026', '3', 'kvinnor', '1'], women)[0]?.period).toBe('2026-Q3');
    });
    it('for each period of a wide table; empty cells leave what is there', () => {
      const wide = { ...mapping, part: undefined, breakdown: [], periods: [{ column: '2024', period: '2024' }, { column: '2025', period: '2025' }] }; // prettier-ignore
      const over = ['kommun', 'år', 'värde', '2024', '2025'];
      const records = new MappedRows(over, wide, NUMBERS).recordsOf({ row: 7, cells: ['Vimmerby', '', '', '', '5'] });
      expect(records.map(({ row, cells }) => [cellOf(row), rowOf(cells).period, rowOf(cells).value])).toEqual([
        [{ row: 7, column: 4 }, '2025', '5'],
      ]);
    });
    it('that are preliminary or estimated where a status says so', () => {
      const said = { ...mapping, columns: { ...mapping.columns, quality: { column: 'kön' } }, breakdown: [] };
      expect(['p', 'e', '', '..', 'slutligt', 'b'].map((status) => rowsOf(['Vimmerby', '2026', '1', status, '1'], said)[0]?.quality)).toEqual(['preliminary', 'estimated', '', '', 'slutligt', 'b']); // prettier-ignore
    });
    it('of the country by our code for it', () =>
      expect(
        rowsOf(['00', '2026', '1', '', '1'], { ...mapping, columns: { ...mapping.columns, municipality_code: { column: 'kommun' } } })[0]
          ?.municipality_code,
      ).toBe('0000'));

    it('and asks what marks mean that nobody explained, each once, with what they mostly mean', () => {
      const faults: RowFault[] = [];
      const rows = new MappedRows(headings, { ...mapping, marks: {} }, { refuse: (fault) => void faults.push(fault) });
      for (const [at, value] of ['..', '-', '..', '7'].entries())
        rows.recordsOf({ row: at + 2, cells: ['Vimmerby', '2026', '1', '', value] });
      rows.end();
      expect(faults.map(({ row, facts }) => [row, facts['mark'], facts['proposed']])).toEqual([[2, '..', 'not-measured'], [3, '-', 'zero']]); // prettier-ignore
    });

    for (const [written, decimal, read] of [
      ['1,234', ',', '1.2340'],
      ['1,234', '.', '1234'],
      ['1.234', '.', '1.2340'],
      ['−1.234,5', ',', '−1234.5'],
      ['12,345,678.9', '.', '12345678.9'],
      ['1 234,5', ',', '1 234.5'],
      ['12', ',', '12'],
      ['12.5', ',', undefined],
      ['1,2,3', ',', undefined],
      ['1.2345', ',', undefined],
      ['1 234.567', ',', undefined],
      ['tolv', ',', 'tolv'],
    ] as const)
      it(`and reads ${written} as ${read ?? 'nothing'} where ${decimal} is said to stand before decimals`, () =>
        expect(decimalRead(written, decimal)).toBe(read));

    for (const [what, said, code, columns] of [
      [
        'lacks what every figure has',
        { ...mapping, columns: { value: { column: 'värde' } } },
        'mapping.lacks',
        ['municipality_code', 'municipality', 'indicator', 'period', 'unit', 'source'],
      ],
      ['names columns that are not there', { ...mapping, part: 'tertial' }, 'mapping.no-such-column', ['tertial']],
    ] as const)
      // prettier-ignore
      it(`and is refused where it ${what}`, () => {
        expect(() => new MappedRows(headings, said, NUMBERS)).toThrowMatching((error: ImportFault) => {
          expect([error.faults[0]?.code, error.faults[0]?.facts['columns']]).toEqual([code, columns as readonly string[]]);
          return true;
        });
      });
  });

  it('leaves a period that it cannot read as it is written', () => {
    expect([periodOfRow('2026', 'vecka 3'), periodOfRow('2026 ', undefined)]).toEqual(['2026 vecka 3', '2026 ']);
  });

  it('knows a total from a part', () =>
    expect([breakdownOf(['Totalt']), breakdownOf(['kvinnor', 'Samtliga']), breakdownOf(['kvinnor', '20–64 år'])]).toEqual([
      '',
      'kvinnor',
      'kvinnor, 20–64 år',
    ]));

  it('finds the cell of a wide table again, by a number that the database can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 2000 }), (row, column) => {
        const number = cellNumber({ row, column });
        expect(number).toBeGreaterThanOrEqual(-(2 ** 31));
        expect(cellOf(number)).toEqual({ row, column });
      }),
    );
    expect(cellOf(3_000_000)).toEqual({ row: 3_000_000 });
    expect(() => cellNumber({ row: 2 ** 20, column: 1 })).toThrow();
  });
});
