import type { EntryView, OwnIndicator, OwnIndicators } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Person } from '../testing/office.js';
import { coded } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

/** The third quarter is due on 15 October 2024, and late from 15 November. */
const TODAY = '2024-11-20';

describe('what somebody answers for', () => {
  let whole: WholeApplication;
  beforeEach(async () => {
    whole = await wholeApplication();
    whole.later(Date.parse(`${TODAY}T08:00:00Z`) - Date.now());
  }, 120_000);
  afterEach(() => whole.close());

  const own = async (who: Person): Promise<readonly OwnIndicator[]> =>
    (await (await whole.asAnew(who)).get('/api/own-indicators')).json<OwnIndicators>().items;
  const visits = async (who: Person): Promise<OwnIndicator | undefined> => (await own(who)).find(({ slug }) => slug === 'foretagsbesok');

  it('is that of their departments, with its most pressing task and its latest figure', async () => {
    expect((await own('neighbour')).map(({ slug }) => slug)).toEqual(['biblioteksbesok']);
    expect(await visits('reporter')).toEqual(
      jasmine.objectContaining({
        ...{ reports: true, reviews: false, state: 'overdue', waiting: 0 },
        latest: { period: '2024-Q2', value: 49, quality: 'final' },
        task: jasmine.objectContaining({ period: '2024-Q3', lastDay: '2024-11-14' }),
      }),
    );
  });

  it('is to be reviewed by whoever reviews, once it was submitted', async () => {
    expect(await visits('reviewer')).toEqual(jasmine.objectContaining({ reports: false, reviews: true, waiting: 0 }));
    const reporter = await whole.asAnew('reporter');
    const headers = { 'idempotency-key': randomUUID() };
    const entered = await reporter.post(
      '/api/entries',
      { indicator: 'foretagsbesok', period: '2024-Q3', value: 29, quality: 'final', answers: [] },
      headers,
    );
    expect((await visits('reporter'))?.state).toBe('draft');
    expect((await visits('reviewer'))?.waiting).toBe(0);
    const { id, version } = entered.json<EntryView>();
    const submitted = await reporter.post(
      `/api/entries/${id}/steps`,
      { action: 'submit' },
      { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() },
    );
    expect(submitted.status).withContext(submitted.text).toBe(200);
    expect(await visits('reviewer')).toEqual(jasmine.objectContaining({ state: 'submitted', waiting: 1 }));
  });

  it('is also what they stand in for, said whose it is, and nothing of whoever answers for nothing', async () => {
    await whole.rows(
      `insert into deputy (account_id, deputy_id, valid_from, valid_to)
       select a.id, b.id, $1, $1 from account a, account b where a.username = 'neighbour' and b.username = 'reporter'`,
      [TODAY],
    );
    const library = (await own('reporter')).find(({ slug }) => slug === 'biblioteksbesok');
    expect(library?.inPlaceOf).toEqual(['neighbour']);
    expect(coded(await (await whole.asAnew('politician')).get('/api/own-indicators'))).toEqual([403, 'permission.forbidden']);
  });
});
