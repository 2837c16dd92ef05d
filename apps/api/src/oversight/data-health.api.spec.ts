import type { DataHealth } from '@slusen/contracts';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('how the data are', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const health = async (): Promise<DataHealth> => (await (await whole.as('strategist')).get('/api/admin/data-health')).json<DataHealth>();
  const of = async (slug: string) => (await health()).lacking.find(({ indicator }) => indicator.slug === slug);

  it('is told of each indicator of which something is lacking, and how many there are', async () => {
    const { indicators, lacking } = await health();
    const [count] = await whole.rows<{ count: number }>('select count(*)::int as count from indicator');
    expect(indicators).toBe(count!.count);
    for (const one of lacking)
      expect(!one.owner || !one.hasTarget || !one.isBegun || one.overdue > 0)
        .withContext(one.indicator.slug)
        .toBeTrue();
  });

  it('counts the periods that are late, since when', async () => {
    const visits = await of('foretagsbesok');
    expect(visits?.overdue).toBeGreaterThan(3);
    expect(visits?.since).toMatch(/^202\d-\d\d-\d\d$/);
  });

  it('knows which has no target', async () => {
    const targets = await whole.rows<{ slug: string }>(
      `select distinct i.slug from target t join indicator i on i.id = t.indicator_id where t.kind in ('point', 'band')`,
    );
    const { lacking } = await health();
    for (const { indicator, hasTarget } of lacking)
      expect(hasTarget)
        .withContext(indicator.slug)
        .toBe(targets.some(({ slug }) => slug === indicator.slug));
  });

  it('knows which was never begun, until somebody begins', async () => {
    const indicators = await whole.rows<{ slug: string; figures: number }>(`
      select i.slug, count(o.id)::int + count(e.id)::int as figures from indicator i left join series_head h on h.indicator_id = i.id
        left join observation o on o.series_id = h.id left join entry e on e.series_id = h.id group by i.slug order by i.slug`);
    const untouched = indicators.filter(({ figures }) => figures === 0).map(({ slug }) => slug);
    const told = (await health()).lacking.filter(({ isBegun }) => !isBegun).map(({ indicator }) => indicator.slug);
    expect(told.sort()).toEqual(untouched);
  });

  it('is for strategists and administrators', async () => {
    expect((await (await whole.as('administrator')).get('/api/admin/data-health')).status).toBe(200);
    expect((await (await whole.as('reporter')).get('/api/admin/data-health')).status).toBe(403);
  });
});
