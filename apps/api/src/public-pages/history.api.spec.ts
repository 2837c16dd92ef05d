import type { HistoryView } from '@slusen/contracts';
import { begin, entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('the head of the history, for everyone to keep', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const read = async () => {
    const answer = await whole.visitor().get('/api/history');
    return { etag: String(answer.headers['etag']), head: answer.json<HistoryView>().head };
  };
  const latest = async () =>
    (
      await whole.rows<{ seq: number; hash: string }>(
        `select r.seq::int, encode(a.hash, 'hex') as hash from record r join audit_event a on a.record_id = r.id order by r.seq desc limit 1`,
      )
    )[0];

  it('is that of the latest publication: it stands still while work is under way, and moves when a figure becomes public', async () => {
    const quarters = new Quarters();
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const before = await read();
    expect(before.head?.seq).toBe(1);
    entryIn(await begin(reporter, quarters.next()));
    const waiting = await submitted(reporter, quarters.next());
    expect(await read()).toEqual(before);
    entryIn(await take(reviewer, waiting, { action: 'approve' }));
    const after = await read();
    expect(after.head).toEqual(await latest());
    expect(after.etag).not.toBe(before.etag);
  });
});
