import type { AuditList, EntryView, HandOverPreview, PeopleList, Person, SessionView, TaskList } from '@slusen/contracts';
import { addDays, stockholmDate, type ErrorCode } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { Person as Office } from '../testing/office.js';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PEOPLE = '/api/admin/people';
const DAY = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => addDays(stockholmDate(new Date().toISOString()), days);

describe('handing over', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let ids: ReadonlyMap<string, string>;
  beforeEach(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
    const { items } = (await administrator.get(`${PEOPLE}?limit=1000`)).json<PeopleList>();
    ids = new Map(items.map(({ username, id }) => [username, id]));
  }, 120_000);
  afterEach(() => whole.close());

  const read = async (who: Office) => (await administrator.get(`${PEOPLE}/${ids.get(who)}`)).json<Person>();
  const handOver = async (from: Office, to: Office, day = dayIn(0), version?: number): Promise<Answer> =>
    administrator.post(
      `${PEOPLE}/${ids.get(from)}/hand-over`,
      { to: ids.get(to), from: day },
      { 'if-match': `"${version ?? (await read(from)).version}"` },
    );
  const rolesOf = async (who: Office) =>
    (await (await whole.asAnew(who)).get('/api/session'))
      .json<SessionView>()
      .roles.map(({ role, department }) => `${role} ${department?.slug}`);
  const begun = async (by: Visitor, period: string) =>
    (
      await by.post(
        '/api/entries',
        { indicator: 'biblioteksbesok', period, value: 9000, quality: 'final', answers: [] },
        { 'idempotency-key': randomUUID() },
      )
    ).json<EntryView>();
  const step = (by: Visitor, { id, version }: EntryView, action: string, reason?: string) =>
    by.post(`/api/entries/${id}/steps`, { action, reason }, { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() });

  it('tells before what there is, and moves it with what was begun and its history', async () => {
    const neighbour = await whole.as('neighbour');
    const draft = await begun(neighbour, '2024-Q3');
    await step(neighbour, await begun(neighbour, '2024-Q2'), 'submit');
    const preview = (await administrator.get(`${PEOPLE}/${ids.get('neighbour')}/hand-over?from=${dayIn(0)}`)).json<HandOverPreview>();
    expect(preview).toEqual(jasmine.objectContaining({ indicators: 1, drafts: 1, submitted: 1, toReview: 0 }));
    expect(preview.tasks).toBeGreaterThan(0);
    expect(preview.roles.map(({ role }) => role)).toEqual(['reporter']);
    await whole.rows(`update account set email = 'nobody@exempel.se' where username = 'nobody'`);

    const done = await handOver('neighbour', 'nobody');
    expect(done.status).withContext(done.text).toBe(201);
    expect(await rolesOf('neighbour')).toEqual([]);
    expect(await rolesOf('nobody')).toEqual(['reporter kultur']);
    const nobody = await whole.asAnew('nobody');
    const { items } = (await nobody.get('/api/tasks')).json<TaskList>();
    expect(items.find(({ entry }) => entry === draft.id)?.state).toBe('draft');
    const submitted = (await step(nobody, draft, 'submit')).json<EntryView>();
    expect(submitted.events.map(({ action, by }) => [action, by])).toEqual([
      ['save', 'neighbour'],
      ['submit', 'nobody'],
    ]);
    const returned = await step(await whole.as('critic'), submitted, 'return', 'Stämmer det?');
    expect(returned.status).toBe(200);
    const mails = await whole.rows<{ kind: string }>(`select kind from mail where address = 'nobody@exempel.se' order by created_at`);
    expect(mails.map(({ kind }) => kind)).toEqual(['handed-over', 'returned']);
    const trail = (await administrator.get(`/api/admin/audit?about=${ids.get('neighbour')}`)).json<AuditList>();
    expect(trail.items.find(({ action }) => action === 'account.hand-over')).toBeDefined();
  });

  it('from a day to come changes nothing until then', async () => {
    await handOver('critic', 'nobody', dayIn(3));
    expect([await rolesOf('critic'), await rolesOf('nobody')]).toEqual([['reviewer kultur'], []]);
    whole.later(3 * DAY);
    expect([await rolesOf('critic'), await rolesOf('nobody')]).toEqual([[], ['reviewer kultur']]);
  });

  it('leaves rights that the trail tells of, all in one event', async () => {
    const [before] = await whole.rows<{ count: number }>(`select count(*)::int from audit_event where payload not like '%session.open%'`);
    await handOver('both', 'colleague');
    expect((await rolesOf('colleague')).sort()).toEqual(['reporter utvecklingsavdelningen', 'reviewer utvecklingsavdelningen']);
    const [after] = await whole.rows<{ count: number }>(`select count(*)::int from audit_event where payload not like '%session.open%'`);
    expect(after!.count - before!.count).toBe(1);
  });

  it('does not let whoever takes over approve what they entered', async () => {
    const both = await whole.as('both');
    const made = (
      await both.post(
        '/api/entries',
        { indicator: 'foretagsbesok', period: '2011-Q1', value: 40, quality: 'final', answers: [] },
        { 'idempotency-key': randomUUID() },
      )
    ).json<EntryView>();
    await handOver('reviewer', 'both');
    const anew = await whole.asAnew('both');
    expect(coded(await step(anew, (await step(anew, made, 'submit')).json<EntryView>(), 'approve'))).toEqual([403, 'entry.own-approval']);
  });

  const refused: [what: string, from: Office, to: Office, day: number, code: ErrorCode][] = [
    ['to oneself', 'neighbour', 'neighbour', 0, 'hand-over.self'],
    ['from a day that was', 'neighbour', 'nobody', -1, 'hand-over.past'],
    ['nothing', 'nobody', 'neighbour', 0, 'hand-over.nothing'],
    ['what is an administrator’s', 'administrator', 'nobody', 0, 'hand-over.nothing'],
    ['a reviewer’s role to whoever does it', 'critic', 'administrator', 0, 'account.own-reviewer'],
  ];
  for (const [what, from, to, day, code] of refused)
    it(`is refused of ${what}`, async () => {
      const before = await whole.rows('select * from account_role order by id');
      expect((await handOver(from, to, dayIn(day))).problem.code).toBe(code);
      expect(await whole.rows('select * from account_role order by id')).toEqual(before);
    });

  it('is refused to whoever is shut out, and a second time by what was read before', async () => {
    const { version } = await read('nobody');
    await administrator.put(`${PEOPLE}/${ids.get('nobody')}/access`, { isDisabled: true }, { 'if-match': `"${version}"` });
    expect((await handOver('neighbour', 'nobody')).problem.code).toBe('account.disabled');
    const { version: seen } = await read('neighbour');
    const twice = await Promise.all([handOver('neighbour', 'partner', dayIn(0), seen), handOver('neighbour', 'colleague', dayIn(0), seen)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 412]);
  });
});
