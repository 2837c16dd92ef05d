import type { ImportRunList, ImportRunView } from '@slusen/contracts';
import { FigureDesk } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';
import type { Visitor } from '../testing/visitor.js';

const IMPORTS = '/api/admin/imports';

describe('files that were read in', () => {
  let desk: FigureDesk;
  let administrator: Visitor;
  beforeAll(async () => {
    desk = await FigureDesk.open();
    administrator = await desk.whole.as('administrator');
    const embargoed = ['2199-01-01T08:00:00+01:00', '2199-03-01T08:00:00+01:00'].map(
      (moment, at) => `${line({ period: `1891-Q${at + 1}` })},${moment}`,
    );
    await desk.run(await desk.files.write([`${HEADER},publish_at`, ...embargoed, ''].join('\n')), { source: 'Framåt' });
    await desk.run(await desk.files.rows(line({ period: '1890-Q1' }), line({ period: '1890-Q2' })), { source: 'Arkivet' });
    const correction = await desk.files.rows(
      line({ period: '1890-Q1', value: '41' }),
      line({ period: '1890-Q2' }),
      line({ period: '1890-Q3' }),
    );
    await desk.run(correction, { reason: 'Räknades om' });
    await desk.refusal(await desk.files.rows(line({ period: '1890-Q4', value: 'många' })));
  }, 120_000);
  afterAll(() => desk.close());

  const list = async (query = ''): Promise<ImportRunList> => (await administrator.get(`${IMPORTS}${query}`)).json<ImportRunList>();
  const one = async (id: number): Promise<ImportRunView> => (await administrator.get(`${IMPORTS}/${id}`)).json<ImportRunView>();
  const sources = async (query: string): Promise<string[]> => (await list(query)).items.map(({ source }) => source);

  it('are listed, the latest first, with who answers for each; one that was refused left nothing', async () => {
    const { items, total } = await list();
    expect(total).toBe(3);
    expect(
      items.map(({ source, file, by, rows, added, changed, unchanged }) => [source, file, by.name, rows, added, changed, unchanged]),
    ).toEqual([
      ['Provet', 'siffror.csv', 'reviewer', 3, 1, 1, 1],
      ['Arkivet', 'siffror.csv', 'reviewer', 2, 2, 0, 0],
      ['Framåt', 'siffror.csv', 'reviewer', 2, 2, 0, 0],
    ]);
    // Until the last of its figures becomes public.
    expect(items.map(({ waitsUntil }) => waitsUntil)).toEqual([undefined, undefined, '2199-03-01T07:00:00.000Z']);
  });

  it('are sorted by each column, either way, and come a page at a time', async () => {
    expect(await sources('?sort=source&falling=0')).toEqual(['Arkivet', 'Framåt', 'Provet']);
    expect(await sources('?sort=added&falling=1')).toEqual(['Arkivet', 'Framåt', 'Provet']);
    expect(await sources('?sort=rows&falling=1')).toEqual(['Provet', 'Arkivet', 'Framåt']);
    expect(await sources('?limit=1&offset=1')).toEqual(['Arkivet']);
    expect((await administrator.get(`${IMPORTS}?sort=sha256`)).status).toBe(400);
  });

  it('each tell what they brought, indicator by indicator, and why figures were changed', async () => {
    const [latest] = (await list()).items;
    const { indicators, reason, sha256 } = await one(latest!.id);
    expect(reason).toBe('Räknades om');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(indicators.map(({ indicator, ...counts }) => [indicator.slug, counts])).toEqual([
      ['foretagsbesok', { series: 1, added: 1, changed: 1, firstPeriod: '1890-Q1', lastPeriod: '1890-Q3' }],
    ]);
  });

  it('are not found by a number that none has, and are the administrator’s to see', async () => {
    expect((await administrator.get(`${IMPORTS}/999999`)).problem.code).toBe('import-run.not-found');
    expect((await administrator.get(`${IMPORTS}/x`)).status).toBe(400);
    expect((await (await desk.whole.as('reviewer')).get(IMPORTS)).problem.code).toBe('permission.forbidden');
  });
});
