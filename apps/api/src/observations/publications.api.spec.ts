import { setTimeout as delay } from 'node:timers/promises';
import { begin, entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import type { Statements } from '../platform/statements.js';
import { Transactions } from '../platform/transactions.js';
import { Publications, type Publication } from './publications.js';

describe('what is told of a publication', () => {
  let whole: WholeApplication;
  const quarters = new Quarters();
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  /** What is heard in this process while the work is done, and a moment after it: the database tells too. */
  async function heard(work: () => Promise<unknown>): Promise<Publication[]> {
    const told: Publication[] = [];
    const subscription = whole.app.get(Publications).stream.subscribe((publication) => told.push(publication));
    await work();
    await delay(60);
    subscription.unsubscribe();
    return told;
  }
  const tell = (publication: Publication) => whole.app.get(Transactions).run(() => whole.app.get(Publications).tellOthers(publication));

  it('is its indicator, and nothing before it is approved', async () => {
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    let waiting = entryIn(await begin(reporter, quarters.next()));
    expect(await heard(async () => (waiting = entryIn(await take(reporter, waiting, { action: 'submit' }))))).toEqual([]);
    const told = await heard(() => take(reviewer, waiting, { action: 'approve' }));
    expect(told.length).toBeGreaterThanOrEqual(1);
    for (const publication of told) expect(publication).toEqual({ indicators: ['foretagsbesok'] });
  });

  it('is nothing where the approval was refused', async () => {
    const both = await whole.as('both');
    const own = await submitted(both, quarters.next());
    expect(await heard(() => take(both, own, { action: 'approve' }))).toEqual([]);
  });

  const lengths: readonly [count: number, told: 'the list' | 'everything'][] = [
    [0, 'the list'],
    [1, 'the list'],
    [200, 'the list'],
    [5000, 'everything'],
  ];
  for (const [count, told] of lengths) {
    it(`reaches other processes as ${told} for ${count} indicators: a notification has an end`, async () => {
      const publication = { indicators: Array.from({ length: count }, (_, at) => `indikator-${at}`) };
      expect(await heard(() => tell(publication))).toEqual([told === 'everything' ? 'everything' : publication]);
    });
  }

  it('reaches nobody from a transaction that came to nothing', async () => {
    const work = () =>
      whole.app
        .get(Transactions)
        .run(async () => {
          await whole.app.get(Publications).tellOthers('everything');
          throw new Error('stopped');
        })
        .catch(() => undefined);
    expect(await heard(work)).toEqual([]);
  });

  it('reaches everyone no earlier than the commit', async () => {
    const order: string[] = [];
    const subscription = whole.app.get(Publications).stream.subscribe(() => order.push('told'));
    await whole.app.get(Transactions).run(async () => {
      await whole.app.get(Publications).tellOthers('everything');
      await delay(60);
      order.push('before the commit');
    });
    for (let tries = 0; tries < 50 && order.length < 2; tries++) await delay(10);
    subscription.unsubscribe();
    expect(order).toEqual(['before the commit', 'told']);
  });
});

describe('whether other processes are heard', () => {
  it('is no until it is said, and everything is told anew each time it begins', () => {
    const publications = new Publications({} as Statements);
    const told: Publication[] = [];
    publications.stream.subscribe((publication) => told.push(publication));
    expect(publications.areHeard).toBeFalse();
    publications.hear(true);
    publications.hear(false);
    expect([publications.areHeard, told]).toEqual([false, ['hidden']]);
    publications.hear(true);
    expect([publications.areHeard, told]).toEqual([true, ['hidden', 'hidden']]);
  });
});
