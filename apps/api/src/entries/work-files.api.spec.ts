import { entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('one’s own work as a file', () => {
  let whole: WholeApplication;
  const quarters = new Quarters();
  beforeAll(async () => void (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const file = async (who: 'reporter' | 'colleague' | 'reviewer', name: string) => (await whole.as(who)).get(`/api/tasks/${name}.csv`);

  it('has every task of the list, and is kept by nobody', async () => {
    const { headers, text } = await file('reporter', 'own');
    expect([headers['content-type'], headers['cache-control']]).toEqual(['text/csv; charset=utf-8', 'no-store']);
    const [heading, ...lines] = text.trim().split('\r\n');
    expect(heading).toMatch(/^indicator,indicator_name,period,/);
    const { items } = (await (await whole.as('reporter')).get('/api/tasks')).json<{ items: unknown[] }>();
    expect(lines.length).toBe(items.length);
  });

  it('has every step one took and none of others’, with no text that runs as a formula', async () => {
    const period = quarters.next();
    const entry = await submitted(await whole.as('reporter'), period);
    entryIn(await take(await whole.as('reviewer'), entry, { action: 'return', reason: '=1+1' }));
    const own = (await file('reviewer', 'history')).text.trim().split('\r\n').slice(1);
    expect(own.length).toBe(1);
    expect(own[0]).toContain(`,return,foretagsbesok,${period},0884,,40,,'=1+1`);
    const steps = (await file('reporter', 'history')).text;
    expect(steps).toContain(`,submit,foretagsbesok,${period}`);
    expect(steps).not.toContain(',return,');
    expect((await file('colleague', 'history')).text.trim().split('\r\n').length).toBe(1);
  });

  it('is of nobody who reports and reviews nothing', async () => {
    expect((await (await whole.as('politician')).get('/api/tasks/history.csv')).status).toBe(403);
    expect((await (await whole.as('politician')).get('/api/tasks/own.csv')).status).toBe(403);
  });
});
