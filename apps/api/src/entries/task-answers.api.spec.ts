import type { EntryForm, RoundProgress, Task, TaskAnswerView, TaskList } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Person } from '../testing/office.js';
import { coded, type Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

/** The third quarter is due on 15 October, and late from 15 November. */
const TODAY = '2024-11-10';
const FIGURE = { indicator: 'foretagsbesok', period: '2024-Q3' };
const REASON = 'Räknaren är på lagning';

describe('what is answered to a task', () => {
  let whole: WholeApplication;
  const at = (day: string): void => whole.later(Date.parse(`${day}T08:00:00Z`) - Date.now());
  beforeEach(async () => {
    whole = await wholeApplication();
    at(TODAY);
  }, 120_000);
  afterEach(() => whole.close());

  const answer = async (sent: object, person: Person = 'reporter', key: string = randomUUID()): Promise<Answer> =>
    (await whole.asAnew(person)).post('/api/tasks/answers', { ...FIGURE, ...sent }, { 'idempotency-key': key });
  const decide = async (id: number, sent: object, person: Person = 'strategist', key: string = randomUUID()): Promise<Answer> =>
    (await whole.asAnew(person)).post(`/api/tasks/answers/${id}/decision`, sent, { 'idempotency-key': key });
  const moreTime = async (until = '2024-11-20'): Promise<number> =>
    (await answer({ kind: 'more-time', until, reason: REASON })).json<TaskAnswerView>().id;
  const task = async (): Promise<Task | undefined> =>
    (await (await whole.asAnew('reporter')).get('/api/tasks'))
      .json<TaskList>()
      .items.find(({ indicator, period }) => indicator.slug === FIGURE.indicator && period === FIGURE.period);
  const counted = async (): Promise<number> => (await whole.rows('select from task_answer')).length;

  it('stands in the task list, with who said it and when, until its day has passed', async () => {
    const said = await answer({ kind: 'later', until: '2024-11-12' });
    expect(said.status).withContext(said.text).toBe(201);
    expect(said.json()).toEqual({
      id: 1,
      kind: 'later',
      until: '2024-11-12',
      by: 'reporter',
      on: jasmine.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await task()).toEqual(jasmine.objectContaining({ state: 'due', lastDay: '2024-11-14', answer: said.json<TaskAnswerView>() }));
    at('2024-11-12');
    expect((await task())?.answer?.kind).toBe('later');
    at('2024-11-13');
    expect((await task())?.answer).toBeUndefined();
  });

  it('that is granted by a strategist is the last day everywhere, and stays so whatever is said since', async () => {
    const id = await moreTime();
    expect(await task()).toEqual(jasmine.objectContaining({ lastDay: '2024-11-14' }));
    expect(coded(await decide(id, { kind: 'granted' }, 'reviewer'))).toEqual([403, 'permission.forbidden']);
    const granted = await decide(id, { kind: 'granted', until: '2024-11-25' });
    expect(granted.status).withContext(granted.text).toBe(201);
    at('2024-11-20');
    expect(await task()).toEqual(jasmine.objectContaining({ state: 'due', lastDay: '2024-11-25' }));
    const form = await (await whole.asAnew('reporter')).get('/api/entry-form?indicator=foretagsbesok&period=2024-Q3');
    expect(form.json<EntryForm>().lastDay).toBe('2024-11-25');
    await answer({ kind: 'later', until: '2024-11-22' });
    at('2024-11-26');
    expect(await task()).toEqual(jasmine.objectContaining({ state: 'overdue', lastDay: '2024-11-25' }));
  });

  it('is decided once: not a second time, nor when something else was said since', async () => {
    const first = await moreTime();
    const second = await moreTime('2024-11-22');
    expect(coded(await decide(first, { kind: 'granted' }))).toEqual([409, 'task-answer.settled']);
    const both = await Promise.all([decide(second, { kind: 'granted' }), decide(second, { kind: 'declined' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await counted()).toBe(3);
    const key = randomUUID();
    const third = await moreTime('2024-12-20');
    const [one, again] = [
      await decide(third, { kind: 'granted' }, 'strategist', key),
      await decide(third, { kind: 'granted' }, 'strategist', key),
    ];
    expect([again.status, again.json()]).toEqual([201, one.json()]);
    expect(coded(await decide(99, { kind: 'declined' }))).toEqual([404, 'task-answer.not-found']);
  });

  it('that is declined says so, and the last day is as it was', async () => {
    await decide(await moreTime(), { kind: 'declined', reason: 'Nämnden möts på fredag' });
    expect(await task()).toEqual(
      jasmine.objectContaining({
        lastDay: '2024-11-14',
        answer: jasmine.objectContaining({ kind: 'declined', reason: 'Nämnden möts på fredag', by: 'strategist' }),
      }),
    );
  });

  it('is one answer, however often it is sent, and stands in the trail', async () => {
    const key = randomUUID();
    const twice = [1, 2].map(() => answer({ kind: 'later', until: '2024-11-12' }, 'reporter', key));
    await Promise.all(twice);
    expect(await counted()).toBe(1);
    const told = await whole.rows<{ payload: string }>(`select payload from audit_event where payload like '%task.answer%'`);
    expect(told.map(({ payload }) => JSON.parse(payload).facts)).toEqual([
      { ...FIGURE, territory: '0884', breakdown: '', kind: 'later', until: '2024-11-12' },
    ]);
  });

  it('is seen in the progress of the round', async () => {
    const days = { opensOn: '2024-10-01', dueOn: '2024-11-14', graceDays: 0, reviewUntil: '2024-11-28' };
    await (await whole.asAnew('strategist')).post('/api/rounds', { period: '2024-Q3', ...days });
    await moreTime();
    const progress = (await (await whole.asAnew('strategist')).get('/api/rounds/2024-Q3/progress')).json<RoundProgress>();
    const asked = progress.tasks.filter(({ answer: said }) => said).map(({ indicator, answer: said }) => [indicator.slug, said?.reason]);
    expect(asked).toEqual([['foretagsbesok', REASON]]);
  });

  const refused: readonly (readonly [what: string, sent: object, status: number, code: string, person?: Person])[] = [
    ['lies behind', { kind: 'later', until: TODAY }, 422, 'task-answer.not-ahead'],
    ['lies far ahead', { kind: 'later', until: '2025-01-10' }, 422, 'task-answer.too-far'],
    ['asks for time without a reason', { kind: 'more-time', until: '2024-11-20' }, 422, 'task-answer.reason-required'],
    ['asks for no more time', { kind: 'more-time', until: '2024-11-14', reason: REASON }, 422, 'task-answer.no-more-time'],
    ['has a figure already', { kind: 'later', until: '2024-11-12', period: '2024-Q2' }, 409, 'task-answer.not-asked-for'],
    ['is not asked for yet', { kind: 'later', until: '2024-11-12', period: '2024-Q4' }, 409, 'task-answer.not-asked-for'],
    ['is of nowhere', { kind: 'later', until: '2024-11-12', territory: '9999' }, 409, 'task-answer.not-asked-for'],
    ['grants itself', { kind: 'granted', until: '2024-11-20' }, 400, 'input.invalid'],
    ['has no such day', { kind: 'later', until: '2024-11-31' }, 400, 'input.invalid'],
    ['is another department’s', { kind: 'later', until: '2024-11-12' }, 404, 'permission.hidden', 'neighbour'],
    ['is the reviewer’s', { kind: 'later', until: '2024-11-12' }, 404, 'permission.hidden', 'reviewer'],
  ];
  it('is refused when it makes no sense, with nothing stored', async () => {
    for (const [what, sent, status, code, person] of refused)
      expect(coded(await answer(sent, person)))
        .withContext(what)
        .toEqual([status, code]);
    expect(await counted()).toBe(0);
  });
});
