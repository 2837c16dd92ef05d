import type { SeriesView } from '@slusen/contracts';
import { brought, FigureDesk } from '../testing/figure-desk.js';

const HEADER = 'municipality_code,municipality,indicator,breakdown,period,value,missing,unit,source';
const DEFINITION = {
  ...{ name: { sv: 'Nya företagare' }, definition: { sv: 'Antal.' }, unit: { sv: 'personer' }, decimals: 0, direction: 'increase' },
  ...{ cadence: 'quarter', aggregation: 'sum', lagDays: 5, graceDays: 30, source: { name: 'Boken' } },
  breakdown: { kind: 'sex' },
};
type Cell = number | 'confidential' | undefined;

/** Numbers of people that come with a file are kept from telling of few, as those are that somebody enters. */
describe('a file of numbers of people and their parts', () => {
  let desk: FigureDesk;
  beforeAll(async () => {
    desk = await FigureDesk.open();
    const administrator = await desk.whole.as('administrator');
    const added = await administrator.post('/api/admin/indicators', { slug: 'foretagare', definition: DEFINITION });
    if (added.status !== 201) throw new Error(added.text);
  }, 120_000);
  afterAll(() => desk.close());

  const row = (period: string, breakdown: string, cell: Cell): string =>
    [
      '0884',
      'Vimmerby',
      'foretagare',
      breakdown,
      period,
      ...(typeof cell === 'number' ? [cell, ''] : ['', cell]),
      'personer',
      'Boken',
    ].join(',');
  const fileOf = (period: string, ...cells: [whole: Cell, women: Cell, men: Cell]) => {
    const rows = ['', 'kvinnor', 'män'].flatMap((part, at) => (cells[at] === undefined ? [] : [row(period, part, cells[at])]));
    return desk.files.write(`${[HEADER, ...rows].join('\n')}\n`);
  };
  const told = async (period: string): Promise<unknown[]> => {
    const read = async (breakdown: string) => {
      const answer = await desk.whole.visitor().get(`/api/indicators/foretagare/series?breakdown=${encodeURIComponent(breakdown)}`);
      const point = answer.json<SeriesView>().points.find((one) => one.period === period);
      return point && (point.value ?? point.missing);
    };
    return [await read(''), await read('kvinnor'), await read('män')];
  };
  const import_ = async (period: string, cells: [Cell, Cell, Cell], reason?: string) =>
    brought(await desk.run(await fileOf(period, ...cells), reason ? { reason } : {}));

  const cases: [what: string, period: string, cells: [Cell, Cell, Cell], told: unknown[]][] = [
    ['of many', '1901-Q1', [90, 40, 50], [90, 40, 50]],
    ['of few women', '1901-Q2', [53, 3, 50], [53, 'confidential', 'confidential']],
    ['of few in all', '1901-Q3', [3, 3, 0], ['confidential', 'confidential', 0]],
    ['of a part that its source kept back alone', '1901-Q4', [53, 'confidential', 50], [53, 'confidential', 'confidential']],
    ['without parts', '1902-Q1', [53, undefined, undefined], [53, undefined, undefined]],
    ['of few without parts', '1902-Q2', [3, undefined, undefined], ['confidential', undefined, undefined]],
  ];
  for (const [what, period, cells, seen] of cases)
    it(`is told of as an entry is: ${what}`, async () => {
      await import_(period, cells);
      expect(await told(period)).toEqual(seen);
      expect(await desk.whole.rows(`select value from observation where period = $1 and value between 1 and 4`, [period])).toEqual([]);
    });

  it('keeps back in a later file what was kept back before', async () => {
    await import_('1903-Q1', [53, 3, 50]);
    await import_('1903-Q1', [90, 40, 50], 'Rättat');
    expect(await told('1903-Q1')).toEqual([90, 'confidential', 'confidential']);
  });

  it('that we gave away ourselves is read back with no change', async () => {
    await import_('1904-Q1', [53, 3, 50]);
    const answer = await desk.whole.visitor().get(`/api/indicators/foretagare/series.csv?breakdown=kvinnor`);
    const { rows, unchanged } = await desk.run(await desk.files.write(answer.text));
    expect(rows).toBeGreaterThan(0);
    expect(unchanged).toBe(rows);
  });

  it('is refused where a set is not whole, has another part, or no people', async () => {
    expect(await desk.refused(await fileOf('1905-Q1', 53, 3, undefined))).toEqual([
      'row 2, breakdown: the figures of a period are told with all their parts and their whole, so that nobody can work out few people from them (lacking: män)',
    ]);
    expect(await desk.refused(await fileOf('1905-Q1', 53, 3.5, 49.5))).toHaveSize(2);
    const other = await desk.files.write(`${[HEADER, row('1905-Q1', 'barn', 3)].join('\n')}\n`);
    expect((await desk.refused(other))[0]).toContain('the indicator is not broken down into such a part (parts: kvinnor, män)');
  });
});
