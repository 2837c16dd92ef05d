import type { EntryForm, ReviewQueue, TaskList } from '@slusen/contracts';
import { actingNow } from '../identity/acting.js';
import { Moments } from '../platform/moments.js';
import type { ErrorCode } from '@slusen/domain';
import { AccountQuery } from '../identity/account.query.js';
import { begin, entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { FigureFiles, HEADER, line } from '../testing/figure-file.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { ImportFigures } from '../imports/import-figures.js';
import { STRICTLY } from '../imports/import-order.js';

describe('what stands around an entry', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let colleague: Visitor;
  let reviewer: Visitor;
  const quarters = new Quarters();
  const files = new FigureFiles();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, colleague, reviewer] = await Promise.all([whole.as('reporter'), whole.as('colleague'), whole.as('reviewer')]);
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    await files.clear();
  });

  it('shows the form: history, target, how it was counted last', async () => {
    const period = quarters.next();
    await take(reviewer, await submitted(reporter, period, { comment: 'Räknat för hand', sourceNote: 'Besöksboken' }), {
      action: 'approve',
    });
    const form = (await reporter.get('/api/entry-form?indicator=foretagsbesok&period=2025-Q1')).json<EntryForm>();
    expect(form.history.length).toBeGreaterThanOrEqual(10);
    expect(form.goals.map(({ expected }) => expected)).toEqual([59.375]);
    expect(form.entry).toBeUndefined();
    expect(form.limits).toEqual(jasmine.objectContaining({ min: 0, max: 1000 }));
  });

  const refused: [period: string, code: ErrorCode][] = [
    ['2999-Q1', 'period.not-begun'],
    ['2024-M09', 'period.wrong-cadence'],
    ['2024', 'period.wrong-cadence'],
  ];
  for (const [period, code] of refused) {
    it(`has no form for ${period}, since no figure could be recorded for it`, async () => {
      expect(coded(await reporter.get(`/api/entry-form?indicator=foretagsbesok&period=${period}`))).toEqual([422, code]);
    });
  }

  it('brings the open entry along with the form', async () => {
    const period = quarters.next();
    const draft = entryIn(await begin(reporter, period));
    const form = (await colleague.get(`/api/entry-form?indicator=foretagsbesok&period=${period}`)).json<EntryForm>();
    expect(form.entry).toEqual(jasmine.objectContaining({ id: draft.id, actions: ['save', 'submit'] }));
  });

  it('lists as tasks what is due and what is under way, for the own department only', async () => {
    const period = quarters.next();
    const { id } = entryIn(await begin(reporter, period));
    const mine = (await reporter.get('/api/tasks')).json<TaskList>().items;
    expect(mine.find(({ entry }) => entry === id)?.state).toBe('draft');
    expect(new Set(mine.map(({ department }) => department.slug))).toEqual(new Set(['utvecklingsavdelningen']));
    const theirs = (await (await whole.as('neighbour')).get('/api/tasks')).json<TaskList>().items;
    expect(new Set(theirs.map(({ indicator }) => indicator.slug))).toEqual(new Set(['biblioteksbesok']));
    expect(theirs[0]?.state).toBe('overdue');
  });

  it('asks nobody for an approved figure that waits for its time', async () => {
    const asked = async () =>
      (await reporter.get('/api/tasks'))
        .json<TaskList>()
        .items.filter(({ indicator, entry }) => indicator.slug === 'foretagsbesok' && !entry);
    const before = await asked();
    expect(before.length).toBeGreaterThan(0);
    const rows = before.map(({ period }) => `${line({ period })},2999-01-01`);
    const path = await files.write([`${HEADER},publish_at`, ...rows].join('\n'));
    const approver = (await whole.app.get(AccountQuery).byUsername('reviewer'))!;
    await whole.app.get(ImportFigures).import(actingNow(approver, whole.app.get(Moments)), { path, source: 'Provet', ...STRICTLY });
    expect(await asked()).toEqual([]);
  });

  it('names the same last day in the task list as in the form', async () => {
    const [task] = (await reporter.get('/api/tasks')).json<TaskList>().items;
    const form = (await reporter.get(`/api/entry-form?indicator=${task?.indicator.slug}&period=${task?.period}`)).json<EntryForm>();
    expect(form.lastDay).toBe(task?.lastDay ?? 'none');
    expect(form.today).toBe((await reporter.get('/api/tasks')).json<TaskList>().today);
  });

  it('queues what waits, longest waiting first, bounded', async () => {
    for (let waiting = 0; waiting < 3; waiting++) await submitted(reporter, quarters.next());
    const queue = (await reviewer.get('/api/review-queue?limit=2')).json<ReviewQueue>();
    expect([queue.items.length, queue.limit]).toEqual([2, 2]);
    expect(queue.total).toBeGreaterThan(2);
    const all = (await reviewer.get('/api/review-queue?limit=1000')).json<ReviewQueue>().items.map(({ submittedAt }) => submittedAt);
    expect(all).toEqual([...all].sort());
    for (const bad of ['limit=0', 'limit=1001', 'limit=-1', 'limit=abc', 'limit=1&limit=2', 'offset=x', 'page=2']) {
      expect(coded(await reviewer.get(`/api/review-queue?${bad}`)))
        .withContext(bad)
        .toEqual([400, 'input.invalid']);
    }
  });

  it('reads a quarter against the same quarter a year before', async () => {
    const waiting = await submitted(reporter, '2024-Q3', { value: 29 });
    const { items } = (await reviewer.get('/api/review-queue?limit=1000')).json<ReviewQueue>();
    expect(items.find(({ id }) => id === waiting.id)?.comparedWith).toEqual({ period: '2023-Q3', value: 27 });
    await take(reviewer, waiting, { action: 'return', reason: 'Klart' });
  });

  it('asks for each locality of an indicator that has no total, and for nothing of the municipality', async () => {
    const tasks = (await reporter.get('/api/tasks')).json<TaskList>().items.filter(({ indicator }) => indicator.slug === 'moten-i-orten');
    expect([...new Set(tasks.map(({ territory }) => territory.name.sv))].sort()).toEqual(['Djursdala', 'Frödinge']);
    expect(tasks.filter(({ territory }) => territory.code === '0884-frodinge').map(({ period }) => period)).not.toContain('2024');
    const { period, territory } = tasks[0]!;
    const form = await reporter.get(`/api/entry-form?indicator=moten-i-orten&period=${period}&territory=${territory.code}`);
    expect([form.status, form.json<EntryForm>().territory.code]).toEqual([200, territory.code]);
  });
});
