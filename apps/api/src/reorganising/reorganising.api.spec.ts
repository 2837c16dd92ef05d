import type {
  ActorView,
  DefinitionInForce,
  NewReorganisation,
  PeopleList,
  ReorganisationList,
  ReorganisationPreview,
  StrategyDraft,
} from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Person } from '../testing/office.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const DECIDED = { from: '2026-01-01', decision: 'KF 2025-11-17 § 12, dnr 2025/301', reason: 'Ny organisation' } as const;
const MERGE: Partial<NewReorganisation> = { ...DECIDED, kind: 'merge', into: ['kultur'] };
const FORM = '/api/entry-form?indicator=foretagsbesok&period=2024-Q4';
const DEFINITION = '/api/admin/indicators/foretagsbesok/definition';
/** Planned by a strategist for the other department. */
const ACTION = {
  ...{ goal: 'fler-invanare', title: { sv: 'Möten' }, lead: 'kultur', partners: [], status: 'not-started' },
  ...{ startsOn: '2026-02-01', endsOn: '2026-06-30' },
};

describe('a reorganisation', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeEach(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, 120_000);
  afterEach(() => whole.close());

  const preview = async (slug: string) => (await strategist.get(`/api/admin/actors/${slug}/reorganisation`)).json<ReorganisationPreview>();
  const headers = (revision: number) => ({ 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() });
  const order = async (slug: string, sent: Partial<NewReorganisation>, by = strategist) =>
    by.post(`/api/admin/actors/${slug}/reorganisation`, sent, headers((await preview(slug)).revision));
  const actor = async (slug: string) => (await whole.visitor().get(`/api/actors/${slug}`)).json<ActorView>();
  const rolesOf = async (person: Person) =>
    (
      await whole.rows<{ said: string }>(
        `select r.role || ' ' || d.slug as said from account_role r join account a on a.id = r.account_id join actor d on d.id = r.department_id where a.username = $1 order by 1`,
        [person],
      )
    ).map(({ said }) => said);
  const left = async () => whole.rows('select count(*) from recording');

  it('lists what would follow, and all of it follows in one transaction', async () => {
    const { followers } = await preview('utvecklingsavdelningen');
    expect(followers.filter(({ kind }) => kind === 'indicator').map(({ thing }) => thing)).toContain('indicator:foretagsbesok');
    expect(followers.filter(({ kind }) => kind === 'account')).not.toHaveSize(0);
    const before = await whole.rows<{ count: number }>('select count(*) from audit_event');
    expect((await order('utvecklingsavdelningen', MERGE)).status).toBe(201);
    expect(await whole.rows<{ count: number }>('select count(*) from audit_event')).toEqual([{ count: before[0]!.count + 1 }]);
    expect((await preview('utvecklingsavdelningen')).followers).toEqual([]);
    expect(await rolesOf('both')).toEqual(['reporter kultur', 'reviewer kultur']);
    // Who reported for the old department goes on with the same figure.
    expect((await (await whole.as('reporter')).get(FORM)).status).toBe(200);
  }, 120_000);

  it('keeps the address of what ended, which says what it became, and offers it no more', async () => {
    await order('utvecklingsavdelningen', MERGE);
    expect((await actor('utvecklingsavdelningen')).ended).toEqual({
      from: DECIDED.from,
      decision: DECIDED.decision,
      into: [{ slug: 'kultur', name: { sv: 'Kultur' } }],
    });
    expect((await actor('kultur')).cameFrom?.map(({ actor: { slug } }) => slug)).toEqual(['utvecklingsavdelningen']);
    const { items } = (await whole.visitor().get('/api/actors')).json<{ items: ActorView[] }>();
    expect(items.map(({ slug }) => slug)).not.toContain('utvecklingsavdelningen');
  }, 120_000);

  it('gives another name from a day, and tells the one of before', async () => {
    const renamed = await order('kultur', { ...DECIDED, kind: 'rename', name: { sv: 'Kultur och fritid' } });
    expect(renamed.json<ReorganisationPreview>().revision).toBe(2);
    const done = await strategist.get('/api/admin/reorganisations');
    expect(done.json<ReorganisationList>().items).toEqual([
      jasmine.objectContaining({ kind: 'rename', actor: { slug: 'kultur', name: { sv: 'Kultur' } }, becameName: 'Kultur och fritid' }),
    ]);
    expect((await actor('kultur')).name.sv).toBe('Kultur och fritid');
  }, 120_000);

  it('splits only when everything is said for, and gives each its own', async () => {
    await strategist.post('/api/admin/actors', { name: { sv: 'Norra' }, kind: 'department' });
    await strategist.post('/api/admin/actors', { name: { sv: 'Sodra' }, kind: 'department' });
    const split = { ...DECIDED, kind: 'split' as const, into: ['norra', 'sodra'] };
    const { followers } = await preview('kultur');
    const shares = followers.map(({ thing, kind }) => ({ thing, to: kind === 'account' ? 'sodra' : 'norra' }));
    expect((await order('kultur', { ...split, shares: shares.slice(1) })).problem.code).toBe('reorganisation.left-out');
    expect((await order('kultur', { ...split, shares })).status).toBe(201);
    expect(await rolesOf('neighbour')).toEqual(['reporter sodra']);
    expect((await preview('norra')).followers.map(({ thing }) => thing)).toContain('indicator:biblioteksbesok');
  }, 120_000);

  it('that does not hold together has one clear answer each, and nothing is stored', async () => {
    const recorded = await left();
    for (const [sent, code] of [
      [{ ...MERGE, into: ['utvecklingsavdelningen'] }, 'reorganisation.itself'],
      [{ ...MERGE, into: [] }, 'reorganisation.successors'],
      [{ ...MERGE, into: ['ingen'] }, 'actor.not-found'],
      [{ ...MERGE, from: '2999-01-01' }, 'reorganisation.to-come'],
      [{ ...DECIDED, kind: 'close' as const }, 'reorganisation.pointed-to'],
      [{ ...DECIDED, kind: 'rename' as const, name: { sv: 'kultur' } }, 'reorganisation.name-taken'],
      [{ ...DECIDED, kind: 'rename' as const }, 'input.invalid'],
    ] as const)
      expect((await order('utvecklingsavdelningen', sent as Partial<NewReorganisation>)).problem.code).toBe(code);
    const stale = await strategist.post(
      '/api/admin/actors/kultur/reorganisation',
      { ...MERGE, into: ['utvecklingsavdelningen'] },
      headers(7),
    );
    expect(stale.problem.code).toBe('revision.stale');
    expect(await left()).toEqual(recorded);
  }, 120_000);

  it('leaves nobody who ended to be given anything new, whoever asks and at whichever door', async () => {
    const administrator = await whole.as('administrator');
    await order('utvecklingsavdelningen', MERGE);
    const ended = 'utvecklingsavdelningen';
    const [person] = (await administrator.get('/api/admin/people?q=neighbour')).json<PeopleList>().items;
    const roles = { roles: [{ role: 'reporter', department: ended }] };
    const key = { username: 'system', name: 'System', department: ended, lastDay: '2027-01-01' };
    const { definition, revision } = (await strategist.get(DEFINITION)).json<DefinitionInForce>();
    const { id } = (await strategist.post('/api/strategy-drafts', { title: 'Nästa', from: 'in-force' })).json<StrategyDraft>();
    expect((await strategist.get(`/api/strategy-drafts/${id}`)).json<StrategyDraft>().choices.actors.map(({ slug }) => slug)).toEqual([
      'argus',
      'kultur',
    ]);
    const answers = await Promise.all([
      administrator.put(`/api/admin/people/${person?.id}/roles`, roles, { 'if-match': `"${person?.version}"` }),
      administrator.post('/api/admin/machine-keys', key),
      strategist.put(DEFINITION, { definition: { ...definition, owner: ended }, reason: 'Prov' }, headers(revision)),
      strategist.post('/api/action-desk/actions', { ...ACTION, lead: ended }),
      strategist.post('/api/action-desk/actions', { ...ACTION, partners: [ended] }),
      strategist.post('/api/admin/actors', { name: { sv: 'Under' }, kind: 'department', parent: ended }),
    ]);
    expect(answers.map(coded)).toEqual([
      [409, 'actor.ended'],
      [409, 'actor.ended'],
      [400, 'input.invalid'],
      [400, 'input.invalid'],
      [400, 'input.invalid'],
      [422, 'actor.unknown-parent'],
    ]);
  }, 120_000);

  it('that crosses another is refused: what has ended neither ends again nor takes over', async () => {
    const twice = await Promise.all([order('utvecklingsavdelningen', MERGE), order('utvecklingsavdelningen', MERGE)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await order('kultur', { ...MERGE, into: ['utvecklingsavdelningen'] })).problem.code).toBe('reorganisation.ended');
  }, 120_000);

  it('takes along roles with their days, and those that still wait for another administrator', async () => {
    await whole.rows(
      `insert into account_role (account_id, role, department_id, valid_to) select a.id, 'reporter', d.id, '2020-12-31' from account a, actor d where a.username = 'reporter' and d.slug = 'kultur'`,
    );
    await whole.rows(
      `insert into role_proposal (account_id, role, department_id, proposed_at) select a.id, 'reviewer', d.id, now() from account a, actor d where a.username = 'administrator' and d.slug = 'utvecklingsavdelningen'`,
    );
    const { followers } = await preview('utvecklingsavdelningen');
    expect(followers.filter(({ thing }) => thing.startsWith('proposal:')).map(({ name }) => name)).toEqual([
      {
        sv: 'administrator (granskare, väntar på en andra administratör)',
        en: 'administrator (reviewer, waits for another administrator)',
      },
    ]);
    expect((await order('utvecklingsavdelningen', MERGE)).status).toBe(201);
    expect(await rolesOf('reporter')).toEqual(['reporter kultur']);
    expect((await (await whole.as('reporter')).get(FORM)).status).toBe(200);
    const waiting = await whole.rows('select d.slug from role_proposal p join actor d on d.id = p.department_id');
    expect(waiting).toEqual([{ slug: 'kultur' }]);
  }, 120_000);

  it('leaves alone who ended before, and corrects the English of a name', async () => {
    await strategist.post('/api/admin/actors', { name: { sv: 'Enheten' }, kind: 'department', parent: 'utvecklingsavdelningen' });
    expect((await preview('utvecklingsavdelningen')).followers.map(({ thing }) => thing)).toContain('child:enheten');
    await order('enheten', { ...DECIDED, kind: 'close' });
    expect((await preview('utvecklingsavdelningen')).followers.map(({ thing }) => thing)).not.toContain('child:enheten');
    const named = { sv: 'Kultur', en: 'Culture' };
    expect((await order('kultur', { ...DECIDED, kind: 'rename', name: named })).status).toBe(201);
    expect((await order('kultur', { ...DECIDED, kind: 'rename', name: named })).problem.code).toBe('reorganisation.name-taken');
  }, 120_000);

  it('makes nobody a reviewer by their own hand, nor by what they held once', async () => {
    await whole.rows(
      `insert into account_role (account_id, role, valid_to) select id, 'reviewer', '2020-12-31' from account where username = 'reviewer'`,
    );
    await whole.rows(`insert into account_role (account_id, role) select id, 'strategist' from account where username = 'reviewer'`);
    const reviewer = await whole.as('reviewer');
    expect((await order('utvecklingsavdelningen', MERGE, reviewer)).problem.code).toBe('reorganisation.own-reviewer');
    expect(await rolesOf('reviewer')).toEqual(['reviewer utvecklingsavdelningen']);
  }, 120_000);
});
