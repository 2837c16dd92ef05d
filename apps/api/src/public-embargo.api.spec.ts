import type { RevisionList, SeriesView } from '@slusen/contracts';
import { stockholmDate } from '@slusen/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { entryIn, submitted, take } from './testing/entry-desk.js';
import { wholeApplication, type WholeApplication } from './testing/whole-application.js';

const PERIOD = '2024-Q4';
const PATHS = {
  series: '/api/indicators/foretagsbesok/series',
  csv: '/api/indicators/foretagsbesok/series.csv',
  page: '/api/indicators/foretagsbesok',
  revisions: '/api/indicators/foretagsbesok/revisions?limit=1000',
  revisionFile: '/api/indicators/foretagsbesok/revisions.csv',
} as const;

describe('a figure that is approved under embargo', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const answers = async () => Promise.all(Object.values(PATHS).map(async (path) => ({ path, answer: await whole.visitor().get(path) })));

  it('is public nowhere before its moment, kept by nobody past it, and everywhere from then on', async () => {
    const [strategist, reporter, reviewer] = await Promise.all([whole.as('strategist'), whole.as('reporter'), whole.as('reviewer')]);
    const publishAt = Date.now() + 10_000;
    const round = {
      period: PERIOD,
      opensOn: '2025-01-01',
      dueOn: '2025-01-20',
      graceDays: 0,
      reviewUntil: stockholmDate(new Date().toISOString()),
    };
    const opened = await strategist.post('/api/rounds', { ...round, publishAt: new Date(publishAt).toISOString() });
    expect(opened.status).withContext(opened.text).toBe(201);
    const entry = await submitted(reporter, PERIOD, { value: 777, reason: 'Sent' });
    entryIn(await take(reviewer, entry, { action: 'approve' }));
    for (const { path, answer } of await answers()) {
      expect([answer.status, answer.text.includes('777')])
        .withContext(path)
        .toEqual([200, false]);
      const kept = Number(/max-age=(\d+)/.exec(String(answer.headers['cache-control']))?.[1]);
      expect(Date.now() + kept * 1000)
        .withContext(`${path}: ${answer.headers['cache-control']}`)
        .toBeLessThanOrEqual(publishAt + 250);
    }
    await sleep(Math.max(0, publishAt - Date.now()) + 20);
    for (const { path, answer } of await answers())
      expect([answer.text.includes('777'), answer.headers['cache-control']])
        .withContext(path)
        .toEqual([true, 'public, max-age=60']);
    const { points } = (await whole.visitor().get(PATHS.series)).json<SeriesView>();
    expect(Date.parse(points.at(-1)?.publishedAt ?? '')).toBe(publishAt);
    const [latest] = (await whole.visitor().get(PATHS.revisions)).json<RevisionList>().items;
    expect([latest?.period, latest?.kind, Date.parse(latest?.publishedAt ?? '')]).toEqual([PERIOD, 'first', publishAt]);
  }, 60_000);
});
