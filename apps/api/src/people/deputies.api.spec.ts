import type { AuditList, EntryView, PeopleList, Person, ReviewQueue, SessionView } from '@slusen/contracts';
import { addDays, stockholmDate, type ErrorCode } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { Person as Office } from '../testing/office.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PEOPLE = '/api/admin/people';
const DAY = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => addDays(stockholmDate(new Date().toISOString()), days);

describe('a deputy', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let ids: ReadonlyMap<string, string>;
  let year = 2010;
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
    const { items } = (await administrator.get(`${PEOPLE}?limit=1000`)).json<PeopleList>();
    ids = new Map(items.map(({ username, id }) => [username, id]));
  }, 120_000);
  afterAll(() => whole.close());
  afterEach(async () => {
    whole.later(0);
    for (const { id, account } of await whole.rows<{ id: number; account: string }>('select id, account_id as account from deputy'))
      await administrator.delete(`${PEOPLE}/${account}/deputies/${id}`);
  });

  const read = async (who: Office) => (await administrator.get(`${PEOPLE}/${ids.get(who)}`)).json<Person>();
  const name = async (away: Office, deputy: Office, from = dayIn(0), to = dayIn(7), by = administrator): Promise<Answer> =>
    by.post(
      `${PEOPLE}/${ids.get(away)}/deputies`,
      { deputy: ids.get(deputy), from, to },
      { 'if-match': `"${(await read(away)).version}"` },
    );
  const rolesOf = async (who: Office) => (await (await whole.as(who)).get('/api/session')).json<SessionView>().roles;
  const record = (by: Visitor, indicator = 'biblioteksbesok') =>
    by.post(
      '/api/entries',
      { indicator, period: `${++year}-Q1`, value: indicator === 'foretagsbesok' ? 40 : 9000, quality: 'final', answers: [] },
      { 'idempotency-key': randomUUID() },
    );
  const step = (by: Visitor, { id, version }: EntryView, action: string) =>
    by.post(`/api/entries/${id}/steps`, { action }, { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() });

  it('has the roles of whom they stand in for, said so, from the next request on, and not a day longer', async () => {
    const nobody = await whole.as('nobody');
    expect((await record(nobody)).problem.code).toBe('permission.hidden');
    const answer = await name('neighbour', 'nobody');
    expect(answer.status).withContext(answer.text).toBe(201);
    expect(answer.json<Person>().deputies).toEqual([
      {
        id: jasmine.any(Number) as unknown as number,
        person: { id: ids.get('nobody')!, name: 'nobody' },
        from: dayIn(0),
        to: dayIn(7),
        isAway: false,
      },
    ]);
    expect((await read('nobody')).deputyFor[0]!.person.name).toBe('neighbour');
    expect(await rolesOf('nobody')).toEqual([
      { role: 'reporter', department: { slug: 'kultur', name: { sv: 'Kultur' } }, for: 'neighbour' },
    ]);
    expect((await record(nobody)).status).toBe(201);
    expect((await nobody.get('/api/tasks')).text).toContain('biblioteksbesok');

    whole.later(8 * DAY);
    const later = await whole.asAnew('nobody');
    expect((await record(later)).problem.code).toBe('permission.hidden');
  });

  it('is told in the trail and in the history of an entry as who did it in whose place, and only where their own roles were not enough', async () => {
    await name('neighbour', 'critic');
    const critic = await whole.as('critic');
    const made = (await record(critic)).json<EntryView>();
    const stepsOf = ({ events }: EntryView) => events.map(({ by, inPlaceOf }) => [by, inPlaceOf ?? []]);
    expect(stepsOf(made)).toEqual([['critic', ['neighbour']]]);
    const neighbour = await whole.asAnew('neighbour');
    const submitted = (await step(neighbour, made, 'submit')).json<EntryView>();
    expect(stepsOf(submitted)).toEqual([['critic', ['neighbour']], ['neighbour', []]]); // prettier-ignore
    const read = (await neighbour.get(`/api/entries/${made.id}`)).json<EntryView>();
    expect(stepsOf(read)).toEqual(stepsOf(submitted));
    const { items } = (await administrator.get(`/api/admin/audit?about=${made.id}`)).json<AuditList>();
    expect(items.map(({ by, inPlaceOf = [] }) => [by?.username, inPlaceOf.map(({ username }) => username)])).toEqual([
      ['neighbour', []],
      ['critic', ['neighbour']],
    ]);
    const [event] = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%"entry:${made.id}"%' order by record_id`,
    );
    expect(JSON.parse(event!.payload)).toEqual(jasmine.objectContaining({ by: ids.get('critic'), inPlaceOf: [ids.get('neighbour')] }));
  });

  it('who may do it anyway does it in their own name', async () => {
    await name('neighbour', 'critic');
    const reporter = await whole.asAnew('neighbour');
    const made = (await record(reporter)).json<EntryView>();
    const submitted = (await step(reporter, made, 'submit')).json<EntryView>();
    const approved = (await step(await whole.as('critic'), submitted, 'approve')).json<EntryView>();
    expect(approved.events.at(-1)).toEqual(jasmine.objectContaining({ action: 'approve', by: 'critic' }));
    expect(approved.events.flatMap(({ inPlaceOf = [] }) => inPlaceOf)).toEqual([]);
  });

  it('does nothing yet before the first day', async () => {
    await name('neighbour', 'nobody', dayIn(2), dayIn(4));
    expect(await rolesOf('nobody')).toEqual([]);
  });

  it('is taken back at once', async () => {
    const { deputies } = (await name('neighbour', 'nobody')).json<Person>();
    expect((await administrator.delete(`${PEOPLE}/${ids.get('neighbour')}/deputies/${deputies[0]!.id}`)).status).toBe(204);
    expect(await rolesOf('nobody')).toEqual([]);
    const again = await administrator.delete(`${PEOPLE}/${ids.get('neighbour')}/deputies/${deputies[0]!.id}`);
    expect(again.problem.code).toBe('deputy.not-found');
  });

  it('of a reporter does not approve what they entered, whatever else they may', async () => {
    await name('neighbour', 'critic');
    const critic = await whole.as('critic');
    const made = (await record(critic)).json<EntryView>();
    const submitted = (await step(critic, made, 'submit')).json<EntryView>();
    expect(submitted.state).toBe('submitted');
    expect((await step(critic, submitted, 'approve')).status).toBe(403);
  });

  it('does not approve what whom they stand in for entered, nor does whoever is back what their deputy entered', async () => {
    await name('both', 'nobody');
    const [nobody, both] = [await whole.asAnew('nobody'), await whole.asAnew('both')];
    const recorded = async (by: Visitor) =>
      (await step(by, (await record(by, 'foretagsbesok')).json<EntryView>(), 'submit')).json<EntryView>();
    const own = await recorded(both);
    expect((await step(nobody, own, 'approve')).problem.code).toBe('entry.own-approval');
    expect((await nobody.get(`/api/entries/${own.id}`)).json<EntryView>().actions).toEqual(['withdraw']);
    const inPlace = await recorded(nobody);
    expect((await step(both, inPlace, 'approve')).problem.code).toBe('entry.own-approval');
    expect((await both.get('/api/review-queue')).json<ReviewQueue>().items.filter(({ isOwn }) => !isOwn)).toEqual([]);
    const withdrawn = await step(nobody, own, 'withdraw');
    expect(withdrawn.json<EntryView>().events.at(-1)).toEqual(
      jasmine.objectContaining({ action: 'withdraw', by: 'nobody', inPlaceOf: ['both'] }),
    );
    expect((await step(await whole.as('reviewer'), inPlace, 'approve')).status).toBe(200);
  });

  it('of an administrator manages nothing', async () => {
    await name('administrator', 'nobody');
    expect(await rolesOf('nobody')).toEqual([]);
    expect((await (await whole.as('nobody')).get(PEOPLE)).problem.code).toBe('permission.forbidden');
  });

  it('lends nothing that was lent', async () => {
    await name('neighbour', 'nobody');
    await name('nobody', 'partner');
    expect((await rolesOf('partner')).map(({ role }) => role)).toEqual(['partner']);
  });

  it('of somebody who is shut out does nothing', async () => {
    await name('neighbour', 'nobody');
    const { version } = await read('neighbour');
    await administrator.put(`${PEOPLE}/${ids.get('neighbour')}/access`, { isDisabled: true }, { 'if-match': `"${version}"` });
    expect(await rolesOf('nobody')).toEqual([]);
    const shut = await read('neighbour');
    await administrator.put(`${PEOPLE}/${ids.get('neighbour')}/access`, { isDisabled: false }, { 'if-match': `"${shut.version}"` });
  });

  const refused: [what: string, away: Office, deputy: Office, from: number, to: number, code: ErrorCode][] = [
    ['of a reviewer, named by themselves', 'critic', 'administrator', 0, 7, 'account.own-reviewer'],
    ['of themselves', 'neighbour', 'neighbour', 0, 7, 'deputy.self'],
    ['until a day before the first', 'neighbour', 'nobody', 7, 0, 'deputy.backwards'],
    ['until yesterday', 'neighbour', 'nobody', -7, -1, 'deputy.over'],
    ['for years', 'neighbour', 'nobody', 0, 400, 'deputy.too-long'],
  ];
  for (const [what, away, deputy, from, to, code] of refused) {
    it(`is nobody ${what}`, async () => {
      expect((await name(away, deputy, dayIn(from), dayIn(to))).problem.code).toBe(code);
      expect(await whole.rows('select 1 from deputy')).toEqual([]);
    });
  }

  it('does not get a reviewer’s role by giving it to whom they stand in for', async () => {
    expect((await name('neighbour', 'administrator')).status).toBe(201);
    const roles = [{ role: 'reviewer', department: 'kultur' }];
    const { version } = await read('neighbour');
    const given = await administrator.put(`${PEOPLE}/${ids.get('neighbour')}/roles`, { roles }, { 'if-match': `"${version}"` });
    expect(given.problem.code).toBe('account.own-reviewer');
  });

  it('is a person, not a business system', async () => {
    await administrator.post('/api/admin/machine-keys', { username: 'lonesystem', name: 'Lön', department: 'kultur', lastDay: dayIn(30) });
    const [system] = await whole.rows<{ id: string }>(`select id from account where username = 'lonesystem'`);
    const days = { from: dayIn(0), to: dayIn(1) };
    const { version } = await read('neighbour');
    const named = await administrator.post(
      `${PEOPLE}/${ids.get('neighbour')}/deputies`,
      { deputy: system?.id, ...days },
      { 'if-match': `"${version}"` },
    );
    expect(named.problem.code).toBe('account.not-found');
  });

  it('is not named twice for the same days, nor by what somebody read before', async () => {
    const { version } = await read('neighbour');
    await name('neighbour', 'nobody');
    expect((await name('neighbour', 'nobody', dayIn(3), dayIn(9))).problem.code).toBe('deputy.twice');
    const stale = await administrator.post(
      `${PEOPLE}/${ids.get('neighbour')}/deputies`,
      { deputy: ids.get('partner'), from: dayIn(0), to: dayIn(1) },
      { 'if-match': `"${version}"` },
    );
    expect(stale.problem.code).toBe('account.stale');
  });
});
