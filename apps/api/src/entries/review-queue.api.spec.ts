import type { EntryForm, EntryView, QueueItem, QuickReasons, ReviewQueue } from '@slusen/contracts';
import { Statements } from '../platform/statements.js';
import { begin, entryIn, Quarters, rewrite, submitted, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('the review queue', () => {
  let whole: WholeApplication;
  let [reporter, colleague, reviewer]: Visitor[] = [];
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, colleague, reviewer] = await Promise.all([whole.as('reporter'), whole.as('colleague'), whole.as('reviewer')]);
  }, 120_000);
  afterAll(() => whole.close());
  afterEach(() => whole.later(0));

  const read = async (query = '', who = reviewer!): Promise<ReviewQueue> =>
    (await who.get(`/api/review-queue?limit=1000&${query}`)).json<ReviewQueue>();
  const inQueue = async (id: string): Promise<QueueItem | undefined> => (await read()).items.find((item) => item.id === id);

  it('is read by as many statements, whether two wait or two hundred', async () => {
    const statements = spyOn(whole.app.get(Statements), 'rows').and.callThrough();
    const names = async (): Promise<string[]> => {
      statements.calls.reset();
      await read();
      return (
        statements.calls
          .allArgs()
          .map(([statement]) => statement.name)
          // Of the session, and of the witness that looks now and then.
          .filter((name) => !name.startsWith('session') && !name.startsWith('heads'))
          .sort()
      );
    };
    for (const _ of [1, 2]) await submitted(reporter!, quarters.next());
    await read();
    const few = await names();
    for (let many = 0; many < 200; many++) await submitted(reporter!, quarters.next());
    expect((await read()).total).toBeGreaterThan(200);
    expect(await names()).toEqual(few);
    expect(few).toContain('queue.waiting');
  }, 120_000);

  it('is chosen from by who submitted, by department and by round, and counts what each choice leaves', async () => {
    await submitted(reporter!, quarters.next());
    const { id } = await submitted(colleague!, quarters.next());
    const all = await read();
    const people = all.counts.people;
    expect(people.map(({ name }) => name).slice(0, 2)).toEqual(['colleague', 'reporter']);
    const theirs = await read(`person=${people[0]?.id}`);
    expect([theirs.items.map((item) => item.id), theirs.total, theirs.waiting]).toEqual([[id], 1, all.total]);
    expect([theirs.counts.people, theirs.counts.rounds.map(({ count }) => count)]).toEqual([people, [1]]);
    expect((await read('department=utvecklingsavdelningen')).total).toBe(all.total);
    expect((await read('department=kultur')).total).toBe(0);
    expect((await read('round=none')).total).toBe(all.total);
    expect((await read('round=2024-Q3')).total).toBe(0);
  });

  it('is sorted as it is asked for', async () => {
    const longest = (await read()).items.map(({ id }) => id);
    expect((await read('order=latest')).items.map(({ id }) => id)).toEqual(longest.toReversed());
    const bySubmitter = (await read('order=person')).items.map(({ submittedBy }) => submittedBy);
    expect(bySubmitter).toEqual([...bySubmitter].sort());
    for (const bad of ['order=value', 'round=x', 'person=1', 'department=A%20B']) {
      expect(coded(await reviewer!.get(`/api/review-queue?${bad}`)))
        .withContext(bad)
        .toEqual([400, 'input.invalid']);
    }
  });

  it('names the round that asks for each', async () => {
    const round = { period: '2024-Q4', opensOn: '2025-01-01', dueOn: '2025-01-20', graceDays: 0, reviewUntil: '2025-01-25' };
    const made = await (await whole.as('strategist')).post('/api/rounds', round);
    expect(made.status).withContext(made.text).toBeLessThan(300);
    const { id, version } = await submitted(reporter!, '2024-Q4', { value: 52 });
    expect((await inQueue(id))?.round).toBe('2024-Q4');
    const queue = await read('round=2024-Q4');
    expect(queue.items.map((item) => item.id)).toEqual([id]);
    expect(queue.counts.rounds.map(({ period }) => period)).toContain('2024-Q4');
    await take(reviewer!, { id, version }, { action: 'return', reason: 'Klart' });
  });

  it('tells what a figure does to the status of its goal, before and after', async () => {
    whole.later(Date.parse('2026-10-20T06:00:00Z') - Date.now());
    const [author, judge] = [await whole.asAnew('reporter'), await whole.asAnew('reviewer')];
    const entry = await submitted(author, '2026-Q3', { value: 75 });
    const [effect, ...others] = (await read('', judge)).items.find(({ id }) => id === entry.id)?.effects ?? [];
    expect(others).toEqual([]);
    expect(effect?.goal.slug).toBe('fler-invanare');
    expect([effect?.now.status, effect?.now.period, effect?.then.status, effect?.then.period]).toEqual([
      'not-assessable',
      '2024-Q2',
      'on-track',
      '2026-Q3',
    ]);
    expect(effect?.then.distance?.sv).toMatch(/besök bättre än målbanan$/);
    const form = (await judge.get('/api/entry-form?indicator=foretagsbesok&period=2026-Q3')).json<EntryForm>();
    expect(form.effects).toEqual([effect!]);
  });

  it('shows what an entry said when it was returned, until it is approved', async () => {
    const entry = await submitted(reporter!, quarters.next(), { value: 41, comment: 'Räknat' });
    const returned = entryIn(await take(reviewer!, entry, { action: 'return', reason: 'Räkna om' }));
    expect(returned.returnedFigure).toEqual(jasmine.objectContaining({ value: 41, comment: 'Räknat' }));
    const again = entryIn(await take(reporter!, entryIn(await rewrite(reporter!, returned, { value: 43 })), { action: 'submit' }));
    const read = (await reviewer!.get(`/api/entries/${entry.id}`)).json<EntryView>();
    expect([read.value, read.returnedFigure?.value, read.returnedReason]).toEqual([43, 41, undefined]);
    expect((await inQueue(entry.id))?.isAgain).toBeTrue();
    expect(entryIn(await take(reviewer!, again, { action: 'approve' })).returnedFigure).toBeUndefined();
  });

  it('is approved entry by entry: what changed meanwhile is refused by itself', async () => {
    const [one, other] = [await submitted(reporter!, quarters.next()), await submitted(reporter!, quarters.next())];
    const withdrawn = entryIn(await take(reporter!, one, { action: 'withdraw' }));
    entryIn(await take(reporter!, entryIn(await rewrite(reporter!, withdrawn, { value: 99 })), { action: 'submit' }));
    const [first, second] = [await take(reviewer!, one, { action: 'approve' }), await take(reviewer!, other, { action: 'approve' })];
    expect([coded(first), second.status]).toEqual([[412, 'entry.stale'], 200]);
  });

  it('has reasons of each reviewer’s own beside it', async () => {
    const own = async (who = reviewer!) => (await who.get('/api/account/quick-reasons')).json<QuickReasons>().reasons;
    expect(await own()).toEqual([]);
    const kept = await reviewer!.put('/api/account/quick-reasons', { reasons: ['Räkna om', 'Ange källan', 'Räkna om'] });
    expect([kept.status, await own()]).toEqual([200, ['Räkna om', 'Ange källan']]);
    expect(await own(await whole.as('second'))).toEqual([]);
    const eleven = Array.from({ length: 11 }, (_, at) => `Skäl ${at}`);
    for (const reasons of [eleven, [''], ['x'.repeat(201)], ['a\u0000b']])
      expect(coded(await reviewer!.put('/api/account/quick-reasons', { reasons }))).toEqual([400, 'input.invalid']);
    expect((await reporter!.get('/api/account/quick-reasons')).status).toBe(403);
  });

  it('keeps drafts out', async () => {
    const { id } = entryIn(await begin(reporter!, quarters.next()));
    expect(await inQueue(id)).toBeUndefined();
  });
});
