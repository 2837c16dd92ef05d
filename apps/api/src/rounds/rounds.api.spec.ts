import type { EntryView, RoundList, RoundProgress, RoundRuleView, RoundView, SeriesView, TaskList } from '@slusen/contracts';
import { addMonths, parsePeriod, periodEnd } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { Person } from '../testing/office.js';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Jobs } from '../jobs/jobs.js';
import { RoundClock } from './round-clock.js';

/** The day that the specs are at, right after the figures of the office: what is recorded then is recorded after its period. */
const TODAY = '2024-10-05';

/** A round of the first twenty days after a quarter, with three of grace. */
const roundOf = (period: string) => {
  const month = addMonths(periodEnd(parsePeriod(period)), 1).slice(0, 8);
  return { period, opensOn: `${month}01`, dueOn: `${month}20`, graceDays: 3, reviewUntil: `${month}28` };
};

describe('a follow-up round', () => {
  let whole: WholeApplication;
  const at = (day: string): void => whole.later(Date.parse(`${day}T08:00:00Z`) - Date.now());
  beforeAll(async () => {
    whole = await wholeApplication();
    at(TODAY);
  }, 120_000);
  afterAll(() => whole.close());
  afterEach(() => at(TODAY));

  const anew = async (person: Person) => whole.asAnew(person);
  const open = async (period: string, changes: object = {}, person: Person = 'strategist'): Promise<Answer> =>
    (await anew(person)).post('/api/rounds', { ...roundOf(period), ...changes });
  const read = async (period: string): Promise<RoundView> =>
    (await (await anew('reporter')).get(`/api/rounds/${period}`)).json<RoundView>();
  const change = async (period: string, revision: number, changes: object = {}, person: Person = 'strategist'): Promise<Answer> => {
    const { period: _, ...days } = roundOf(period);
    const headers = { 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() };
    return (await anew(person)).put(`/api/rounds/${period}`, { ...days, isCancelled: false, ...changes }, headers);
  };
  const progress = async (period: string, person: Person = 'strategist') =>
    (await (await anew(person)).get(`/api/rounds/${period}/progress`)).json<RoundProgress>();
  const task = async (period: string, indicator = 'foretagsbesok') =>
    (await (await anew('reporter')).get('/api/tasks'))
      .json<TaskList>()
      .items.find((one) => one.indicator.slug === indicator && one.period === period);

  it('is opened by a strategist, once for each period, and everybody who works here sees it', async () => {
    const opened = await open('2023-Q1');
    expect([opened.status, opened.headers['etag']]).withContext(opened.text).toEqual([201, '"1"']);
    expect(await read('2023-Q1')).toEqual({ ...roundOf('2023-Q1'), isCancelled: false, revision: 1, state: 'closed' });
    expect(coded(await open('2023-Q1'))).toEqual([409, 'round.taken']);
    for (const person of ['reporter', 'reviewer', 'politician', 'administrator'] as const)
      expect(coded(await open('2023-Q2', {}, person)))
        .withContext(person)
        .toEqual([403, 'permission.forbidden']);
    expect((await whole.visitor().get('/api/rounds')).status).toBe(401);
    const { today, items } = (await (await anew('politician')).get('/api/rounds')).json<RoundList>();
    expect([today, items.find(({ period }) => period === '2023-Q1')?.state]).toEqual([TODAY, 'closed']);
  });

  const refused: readonly (readonly [what: string, changes: object, status: number, code: string])[] = [
    ['ends before it begins', { dueOn: '2023-06-30' }, 422, 'round.due-before-it-opens'],
    ['is of another year', { opensOn: '2025-07-01', dueOn: '2025-07-20' }, 422, 'round.far-from-its-period'],
    ['has no such day', { dueOn: '2023-07-32' }, 400, 'input.invalid'],
    ['has no such period', { period: '2023-Q5' }, 400, 'input.invalid'],
    ['has a grace of a year', { graceDays: 365 }, 400, 'input.invalid'],
    ['says something unknown', { extra: 1 }, 400, 'input.invalid'],
  ];
  for (const [what, changes, status, code] of refused)
    it(`that ${what} is refused: ${code}`, async () => expect(coded(await open('2023-Q2', changes))).toEqual([status, code]));

  it('is changed from the revision that was read, and the trail tells what was said before', async () => {
    await open('2023-Q3');
    expect(coded(await change('2023-Q3', 2))).toEqual([412, 'round.stale']);
    expect(coded(await change('2020-Q1', 1))).toEqual([404, 'round.not-found']);
    const changed = await change('2023-Q3', 1, { dueOn: '2023-10-22' });
    expect([changed.status, changed.json<RoundView>().revision]).toEqual([200, 2]);
    const [told] = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%"round.change"%' and payload like '%2023-Q3%'`,
    );
    expect(JSON.parse(told?.payload ?? '{}').facts.changes).toEqual([
      {
        ...{ kind: 'round', subject: 'Uppföljning kvartal 3 2023', isNew: false },
        differences: [{ field: 'sista dag', before: '20 oktober 2023', after: '22 oktober 2023' }],
      },
    ]);
  });

  it('asks for what is due within it from its first day, its last day with its grace holds, and how far it has come is told', async () => {
    await open('2024-Q3');
    expect(await task('2024-Q3')).toEqual(jasmine.objectContaining({ state: 'due', lastDay: '2024-10-23', round: '2024-Q3' }));
    at('2024-10-24');
    expect((await task('2024-Q3'))?.state).toBe('overdue');
    at('2024-09-30');
    expect(await task('2024-Q3')).toBeUndefined();
    at(TODAY);
    const states = ({ tasks }: RoundProgress) => tasks.map((one) => [one.indicator.slug, one.period, one.state, one.by]);
    const own = ['foretagsbesok', '2024-Q3', 'due', []];
    expect(states(await progress('2024-Q3'))).toEqual(jasmine.arrayWithExactContents([own, ['biblioteksbesok', '2024-Q3', 'due', []]]));
    expect(states(await progress('2024-Q3', 'reporter'))).toEqual([own]);
    expect((await progress('2024-Q3', 'reporter')).people).toEqual([
      { department: 'utvecklingsavdelningen', reporters: ['both', 'colleague', 'reporter'], reviewers: ['both', 'reviewer', 'second'] },
    ]);
    expect(coded(await (await anew('politician')).get('/api/rounds/2024-Q3/progress'))).toEqual([403, 'permission.forbidden']);
    expect(coded(await (await anew('strategist')).get('/api/rounds/2020-Q1/progress'))).toEqual([404, 'round.not-found']);
  });

  it('keeps what is approved in it until it is made public, to the second', async () => {
    await open('2024-Q4', { reviewUntil: '2998-12-31', publishAt: '2999-02-02T07:00:00.000Z' });
    at('2025-01-05');
    const [reporter, reviewer] = [await anew('reporter'), await anew('reviewer')];
    const entered = await reporter.post('/api/entries', { indicator: 'foretagsbesok', period: '2024-Q4', value: 49, quality: 'final' });
    const { id, version } = entered.json<EntryView>();
    const stand = async () => (await progress('2024-Q4')).tasks.find((one) => one.indicator.slug === 'foretagsbesok');
    expect(await stand()).toEqual(jasmine.objectContaining({ state: 'draft', by: ['reporter'] }));
    const step = (who: Visitor, action: string, of: number): Promise<Answer> =>
      who.post(`/api/entries/${id}/steps`, { action }, { 'if-match': `"${of}"` });
    expect(coded(await step(reporter, 'submit', version))).toEqual([200, undefined]);
    expect(coded(await step(reviewer, 'approve', version + 1))).toEqual([200, undefined]);
    const series = (await whole.visitor().get('/api/indicators/foretagsbesok/series')).json<SeriesView>();
    expect(series.points.some(({ period }) => period === '2024-Q4')).toBeFalse();
    const [{ at: publicAt } = { at: '' }] = await whole.rows<{ at: string }>(
      `select publish_at as at from observation where entry_id = $1`,
      [id],
    );
    expect(new Date(publicAt).toISOString()).toBe('2999-02-02T07:00:00.000Z');
    expect((await stand())?.state).toBe('done');
  });

  it('that is locked takes a late value with a reason only', async () => {
    await open('2025-Q1', { locksOn: '2025-05-15' });
    at('2025-05-16');
    const neighbour = await anew('neighbour');
    const entered = await neighbour.post('/api/entries', {
      indicator: 'biblioteksbesok',
      period: '2025-Q1',
      value: 9100,
      quality: 'final',
    });
    const { id, version } = entered.json<EntryView>();
    const submit = (reason?: string): Promise<Answer> =>
      neighbour.post(`/api/entries/${id}/steps`, { action: 'submit', reason }, { 'if-match': `"${version}"` });
    expect(coded(await submit())).toEqual([422, 'entry.reason-required']);
    expect(coded(await submit('Kassaregistret var nere'))).toEqual([200, undefined]);
  });

  it('comes back by a rule: at once what should be there, then by the job of a day; one that was cancelled stays cancelled', async () => {
    at('2021-01-05');
    const strategist = await anew('strategist');
    const proposal = (await strategist.get('/api/round-rules/half-year')).json<RoundRuleView>();
    expect([proposal.revision, proposal.isOn]).toEqual([0, false]);
    const { cadence: _, revision, ...days } = proposal;
    const set = (isOn: boolean, from: number): Promise<Answer> =>
      strategist.put('/api/round-rules/half-year', { ...days, isOn }, { 'if-match': `"${from}"`, 'idempotency-key': randomUUID() });
    expect(coded(await set(true, 7))).toEqual([412, 'round.stale']);
    expect(coded(await set(true, revision))).toEqual([200, undefined]);
    const halves = async () => {
      const { items } = (await (await anew('reporter')).get('/api/rounds')).json<RoundList>();
      return items.flatMap(({ period, state }) => (period.includes('H') ? [`${period} ${state}`] : []));
    };
    expect(await halves()).toEqual(['2021-H1 planned', '2020-H2 open']);
    const { period, revision: read1, state, ...planned } = await read('2021-H1');
    expect(coded(await change(period, read1, { ...planned, isCancelled: true }))).toEqual([200, undefined]);
    expect(state).toBe('planned');
    at('2021-07-02');
    const asked = spyOn(whole.app.get(Jobs), 'askOnce').and.resolveTo();
    const clock = whole.app.get(RoundClock);
    await clock.begin();
    expect(asked.calls.allArgs() as unknown[]).toEqual([['rounds.open', '2021-07-02', { day: '2021-07-02' }]]);
    for (const _time of ['once', 'again']) await clock.open('2021-07-02');
    expect(await halves()).toEqual(['2021-H2 planned', '2021-H1 cancelled', '2020-H2 closed']);
  });
});
