import type { PeopleList, Person } from '@slusen/contracts';
import { addDays, stockholmDate } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { AccountQuery } from '../identity/account.query.js';
import { ChangeRoles } from '../identity/change-roles.js';
import { CreateAccount } from '../identity/create-account.js';
import { OPERATOR } from '../identity/account.js';
import { MakeMachineKey } from '../identity/machines/make-machine-key.js';
import { Transactions } from '../platform/transactions.js';
import { setUpSecondFactor } from '../testing/second-factor.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PEOPLE = '/api/admin/people';
const PASSWORD = 'ett hemligt lösenord';
const dayIn = (days: number) => addDays(stockholmDate(new Date().toISOString()), days);

describe('people', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let made = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
  }, 120_000);
  afterAll(() => whole.close());
  beforeEach(() => whole.later(0));

  /** Somebody with an account who can sign in at once. */
  async function hired(
    roles: { role: 'administrator' | 'politician' | 'reporter'; department?: string }[] = [],
  ): Promise<Person & { visitor: Visitor }> {
    const username = `anstalld-${++made}`;
    // An administrator of a demonstration needs no second factor.
    const isDemonstration = roles.some(({ role }) => role === 'administrator');
    const account = { username, name: `Anställd ${made}`, password: PASSWORD, roles, isDemonstration };
    const id = await whole.app.get(Transactions).run(() => whole.app.get(CreateAccount).create(OPERATOR, account));
    const visitor = whole.visitor();
    await visitor.signIn(username, PASSWORD);
    return { ...(await read(id)), visitor };
  }
  const read = async (id: string, by = administrator) => (await by.get(`${PEOPLE}/${id}`)).json<Person>();
  const list = async (query = '') => (await administrator.get(`${PEOPLE}?limit=1000${query}`)).json<PeopleList>();
  const version = (of: Pick<Person, 'version'>) => ({ 'if-match': `"${of.version}"` });
  const setRoles = (of: Pick<Person, 'id' | 'version'>, roles: readonly object[], by = administrator) =>
    by.put(`${PEOPLE}/${of.id}/roles`, { roles }, version(of));
  const setAccess = (of: Pick<Person, 'id' | 'version'>, isDisabled: boolean, by = administrator) =>
    by.put(`${PEOPLE}/${of.id}/access`, { isDisabled }, version(of));
  const invite = (body: object, key?: string) => administrator.post(PEOPLE, body, key ? { 'idempotency-key': key } : {});
  const lastEvent = async () =>
    JSON.parse(
      (await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1'))[0]!.payload,
    ) as Record<string, unknown>;
  const counts = async () =>
    (
      await whole.rows(
        'select (select count(*)::int from account) as accounts, (select count(*)::int from account_role) as roles, (select count(*)::int from mail) as mails, (select count(*)::int from audit_event) as audit',
      )
    )[0];

  describe('are invited', () => {
    it('with a name, an address and roles, in one transaction with its mail and its trace', async () => {
      const roles = [{ role: 'reporter', department: 'kultur', from: '2026-01-01', to: dayIn(30) }, { role: 'politician' }];
      const answer = await invite({ name: '  Åsa Ek ', email: 'Asa.Ek@Exempel.se', roles });
      expect(answer.status).toBe(201);
      const person = answer.json<Person>();
      expect(person).toEqual(
        jasmine.objectContaining({
          name: 'Åsa Ek',
          email: 'asa.ek@exempel.se',
          username: 'asa.ek@exempel.se',
          state: 'invited',
          isSelf: false,
        }),
      );
      expect(person.roles).toEqual([
        { role: 'politician' },
        { role: 'reporter', department: { slug: 'kultur', name: { sv: 'Kultur' } }, from: '2026-01-01', to: dayIn(30) },
      ]);
      expect(Date.parse(person.invitedUntil!) - Date.now()).toBeGreaterThan(6.9 * 24 * 60 * 60 * 1000);
      const { payload } = (await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1'))[0]!;
      expect(JSON.parse(payload)).toEqual(
        jasmine.objectContaining({
          action: 'account.invite',
          subject: `account:${person.id}`,
          facts: { roles, mayOpen: jasmine.stringMatching(/^[0-9a-f]{64}$/) },
        }),
      );
      expect(payload).not.toMatch(/Åsa|exempel/);
    });

    it('once, however often the same form is sent', async () => {
      const [key, body] = [randomUUID(), { name: 'Bo', email: 'bo@exempel.se', roles: [] }];
      const answers = [await invite(body, key), await invite(body, key)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0]?.json<Person>().id).toBe(answers[1]!.json<Person>().id);
      expect((await invite(body)).problem.code).toBe('account.email-taken');
      expect((await invite({ ...body, email: 'BO@exempel.se' })).problem.code).toBe('account.email-taken');
    });

    const refused: readonly [what: string, different: object, answer: string | number][] = [
      ['an address with a line end', { email: 'x@exempel.se\r\nBcc: y@exempel.se' }, 400],
      ['a name with a line end', { name: 'Åsa\nBcc: y@exempel.se' }, 400],
      ['no name', { name: ' ' }, 400],
      ['no address', { email: 'åsa' }, 400],
      ['a role that is none', { roles: [{ role: 'chef' }] }, 400],
      ['a day that is none', { roles: [{ role: 'politician', to: '2026-02-30' }] }, 400],
      ['a department that is not there', { roles: [{ role: 'reporter', department: 'rymdbyran' }] }, 'account.unknown-department'],
      ['a reporter without a department', { roles: [{ role: 'reporter' }] }, 'account.needs-department'],
      [
        'a role that ends before it begins',
        { roles: [{ role: 'politician', from: '2026-02-01', to: '2026-01-01' }] },
        'account.role-backwards',
      ],
      ['a role twice', { roles: [{ role: 'politician' }, { role: 'politician', to: '2027-01-01' }] }, 'account.role-twice'],
      ['what nobody asked for', { isAdministrator: true }, 400],
    ];
    for (const [what, different, wanted] of refused)
      it(`not with ${what}, and then nothing is stored`, async () => {
        const before = await counts();
        const { status, problem } = await invite({ name: 'Cilla', email: 'cilla@exempel.se', roles: [], ...different });
        expect(typeof wanted === 'number' ? status : problem.code).toBe(wanted as never);
        expect(await counts()).toEqual(before);
      });
  });

  describe('are listed', () => {
    it('by what is searched for, with all words, whatever the case', async () => {
      await invite({ name: 'Örjan Åkesson', email: 'orjan@exempel.se', roles: [] });
      for (const q of ['örjan', 'ÅKESSON örj', 'orjan@', 'orjan@exempel åke']) {
        const { items } = await list(`&q=${encodeURIComponent(q)}`);
        expect(items.map(({ name }) => name))
          .withContext(q)
          .toEqual(['Örjan Åkesson']);
      }
      for (const q of ['%', '_rjan', 'örjan eriksson', '\\'])
        expect((await list(`&q=${encodeURIComponent(q)}`)).total)
          .withContext(q)
          .toBe(0);
    });

    it('without the accounts of business systems, which are no people', async () => {
      const key = { username: 'tidboken', name: 'Tidboken', department: 'kultur', lastDay: dayIn(30) };
      await whole.app.get(MakeMachineKey, { strict: false }).make(OPERATOR, key);
      const [{ id } = { id: '' }] = await whole.rows<{ id: string }>(`select id from account where username = 'tidboken'`);
      expect((await list('&q=tidboken')).total).toBe(0);
      expect((await list()).items.map(({ username }) => username)).not.toContain('tidboken');
      expect((await administrator.get(`${PEOPLE}/${id}`)).problem.code).toBe('account.not-found');
    });

    it('in the order of the Swedish alphabet, or falling, in parts', async () => {
      for (const name of ['Zeta Z', 'Ada Z', 'Ärla Z', 'Åke Z', 'Östen Z'])
        await invite({ name, email: `${randomUUID()}@sortering.exempel.se`, roles: [] });
      const names = async (query: string) => (await list(`&q=sortering${query}`)).items.map(({ name }) => name);
      expect(await names('')).toEqual(['Ada Z', 'Zeta Z', 'Åke Z', 'Ärla Z', 'Östen Z']);
      expect(await names('&sort=name&falling=1')).toEqual(['Östen Z', 'Ärla Z', 'Åke Z', 'Zeta Z', 'Ada Z']);
      const part = (await administrator.get(`${PEOPLE}?q=sortering&limit=2&offset=3`)).json<PeopleList>();
      expect([part.items.map(({ name }) => name), part.total]).toEqual([['Ärla Z', 'Östen Z'], 5]);
      for (const sort of ['email', 'state', 'sessions']) expect((await names(`&sort=${sort}`)).length).toBe(5);
      expect((await administrator.get(`${PEOPLE}?sort=password`)).status).toBe(400);
    });
  });

  describe('hold roles', () => {
    it('that are gone from the next request on, within a second, when they are taken', async () => {
      const person = await hired([{ role: 'politician' }]);
      expect((await person.visitor.get('/api/overview')).status).toBe(200);
      const begun = performance.now();
      expect((await setRoles(person, [])).status).toBe(200);
      expect((await person.visitor.get('/api/overview')).status).toBe(403);
      expect(performance.now() - begun).toBeLessThan(1000);
      expect(await lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.change-roles', subject: `account:${person.id}`, facts: { roles: [] } }),
      );
    });

    it('as an administrator with a second factor only, also in the sessions that go on', async () => {
      const person = await hired([{ role: 'politician' }]);
      const given = (period: object) => [{ role: 'politician' }, { role: 'administrator', ...period }];
      expect((await setRoles(person, given({ to: dayIn(-1) }))).status).toBe(200);
      expect((await person.visitor.get('/api/overview')).status).toBe(200);
      expect((await setRoles(await read(person.id), given({ from: dayIn(1) }))).status).toBe(200);
      expect((await person.visitor.get('/api/overview')).problem.code).toBe('session.second-factor-required');
      await setUpSecondFactor(person.visitor);
      expect((await person.visitor.get('/api/overview')).status).toBe(200);
    });

    it('from and until a day, both included', async () => {
      const person = await hired();
      const may = async () => (await person.visitor.get('/api/overview')).status;
      const days: readonly [from: number | undefined, to: number | undefined, status: number][] = [
        [undefined, -1, 403],
        [1, undefined, 403],
        [0, undefined, 200],
        [undefined, 0, 200],
        [-10, 10, 200],
      ];
      for (const [from, to, status] of days) {
        const period = { ...(from === undefined ? {} : { from: dayIn(from) }), ...(to === undefined ? {} : { to: dayIn(to) }) };
        expect((await setRoles(await read(person.id), [{ role: 'politician', ...period }])).status).toBe(200);
        expect(await may())
          .withContext(JSON.stringify(period))
          .toBe(status);
        expect((await whole.app.get(AccountQuery).byUsername(person.username))!.roles.length).toBe(status === 200 ? 1 : 0);
      }
      expect((await read(person.id)).roles).toEqual([{ role: 'politician', from: dayIn(-10), to: dayIn(10) }]);
    });

    it('that nobody changes who has not seen the last change', async () => {
      const person = await hired([{ role: 'politician' }]);
      expect((await setRoles(person, [])).status).toBe(200);
      expect((await setRoles(person, [{ role: 'strategist' }])).problem.code).toBe('account.stale');
      expect((await administrator.put(`${PEOPLE}/${person.id}/roles`, { roles: [] })).status).toBe(428);
      expect((await read(person.id)).roles).toEqual([]);
    });

    it('and are told nothing of when nothing changes', async () => {
      const person = await hired([{ role: 'politician' }]);
      const before = await counts();
      expect((await setRoles(person, [{ role: 'politician' }])).json<Person>().version).toBe(person.version);
      expect(await counts()).toEqual(before);
    });
  });

  describe('are shut out', () => {
    it('at once in every browser, and let in again with what they held', async () => {
      const person = await hired([{ role: 'politician' }]);
      const shut = (await setAccess(person, true)).json<Person>();
      expect([shut.state, shut.sessions]).toEqual(['disabled', 0]);
      expect((await person.visitor.get('/api/session')).status).toBe(401);
      expect((await lastEvent())['action']).toBe('account.disable');
      const open = (await setAccess(shut, false)).json<Person>();
      expect([open.state, open.roles]).toEqual(['active', [{ role: 'politician' }]]);
      expect((await whole.visitor().signIn(person.username, PASSWORD)).status).toBe(201);
    });

    it('but never the last administrator, who does not get an end either, nor is replaced by somebody who has not been here', async () => {
      const [own] = (await list('&q=administrator')).items;
      const others = (await list()).items.filter(
        ({ roles, username }) => username !== 'administrator' && roles.some(({ role }) => role === 'administrator'),
      );
      for (const other of others) await setAccess(other, true);
      await invite({ name: 'Nyanställd', email: 'nyast@exempel.se', roles: [{ role: 'administrator' }] });
      const me = await read(own!.id);
      for (const refusal of [
        await setAccess(me, true),
        await setRoles(me, []),
        await setRoles(me, [{ role: 'administrator', to: dayIn(30) }]),
        await setRoles(me, [{ role: 'administrator', from: dayIn(1) }]),
      ])
        expect([refusal.status, refusal.problem.code]).toEqual([422, 'account.last-administrator']);
      expect((await read(own!.id)).version).toBe(me.version);
    });
  });

  describe('are signed in', () => {
    it('in browsers that an administrator sees and ends, one or all', async () => {
      const person = await hired();
      const second = whole.visitor();
      await second.signIn(person.username, PASSWORD);
      const [last, first] = (await read(person.id)).openSessions;
      expect([last?.isThis, first?.isThis]).toEqual([false, false]);
      expect((await administrator.delete(`${PEOPLE}/${person.id}/sessions/${last!.id}`)).status).toBe(204);
      expect([(await second.get('/api/session')).status, (await person.visitor.get('/api/session')).status]).toEqual([401, 200]);
      expect(await lastEvent()).toEqual(jasmine.objectContaining({ action: 'session.end', subject: `account:${person.id}` }));
      expect((await administrator.delete(`${PEOPLE}/${person.id}/sessions/${last!.id}`)).problem.code).toBe('session.not-found');
      expect((await administrator.delete(`${PEOPLE}/${person.id}/sessions`)).status).toBe(204);
      expect((await person.visitor.get('/api/session')).status).toBe(401);
      const me = (await list('&q=administrator')).items.find(({ username }) => username === 'administrator');
      expect((await read(me!.id)).openSessions.map(({ isThis }) => isThis)).toContain(true);
    });
  });

  describe('have a second factor', () => {
    const factorOf = ({ id }: Pick<Person, 'id'>) => `${PEOPLE}/${id}/second-factor`;

    it('that an administrator takes away when their telephone is lost; they are signed out, and the trail tells who did it', async () => {
      const person = await hired();
      expect([person.hasSecondFactor, (await administrator.delete(factorOf(person))).problem.code]).toEqual([false, 'second-factor.none']);
      await setUpSecondFactor(person.visitor);
      expect((await read(person.id)).hasSecondFactor).toBeTrue();
      expect((await administrator.delete(factorOf(person))).status).toBe(204);
      expect((await read(person.id)).hasSecondFactor).toBeFalse();
      expect((await person.visitor.get('/api/session')).status).toBe(401);
      expect(await lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.reset-second-factor', subject: `account:${person.id}`, by: jasmine.any(String) }),
      );
    });

    it('of their own on the page of their account only, with a code', async () => {
      const person = await hired([{ role: 'administrator' }]);
      await setUpSecondFactor(person.visitor);
      expect((await person.visitor.delete(factorOf(person))).problem.code).toBe('account.own-second-factor');
      expect((await read(person.id)).hasSecondFactor).toBeTrue();
    });
  });

  describe('who are administrators', () => {
    const wanted = { department: 'kultur', to: dayIn(90) };
    const propose = (by: Visitor) => by.post('/api/admin/role-proposals', wanted);
    const decide = (by: Visitor, id: string, isConfirmed: boolean) => by.post(`/api/admin/role-proposals/${id}/decisions`, { isConfirmed });
    const reviewing = { role: 'reviewer', department: { slug: 'kultur', name: { sv: 'Kultur' } }, to: wanted.to } as const;

    it('do not give themselves the reviewer’s role, by no way that there is', async () => {
      const person = await hired([{ role: 'administrator' }]);
      const own = { role: 'reviewer', department: 'kultur' } as const;
      const { problem } = await setRoles(person, [{ role: 'administrator' }, own], person.visitor);
      expect(problem.code).toBe('account.own-reviewer');
      const account = (await whole.app.get(AccountQuery).byUsername(person.username))!;
      const byCommand = whole.app.get(ChangeRoles, { strict: false }).change(account, person.username, { give: [own], take: [] });
      await expectAsync(byCommand).toBeRejectedWith(jasmine.objectContaining({ code: 'account.own-reviewer' }));
      expect((await read(person.id)).roles).toEqual([{ role: 'administrator' }]);
    });

    it('propose it, and another one confirms it', async () => {
      const [first, second] = [await hired([{ role: 'administrator' }]), await hired([{ role: 'administrator' }])];
      expect((await propose(first.visitor)).status).toBe(204);
      expect(await lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.propose-role', by: first.id, subject: `account:${first.id}` }),
      );
      const [proposal] = (await read(first.id)).proposals;
      expect(proposal?.held).toEqual(reviewing);
      expect((await decide(first.visitor, proposal!.id, true)).problem.code).toBe('account.own-confirmation');
      expect((await first.visitor.get('/api/review-queue')).status).toBe(403);
      expect((await decide(second.visitor, proposal!.id, true)).status).toBe(204);
      expect(await lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.change-roles', by: second.id, subject: `account:${first.id}` }),
      );
      expect((await first.visitor.get('/api/review-queue')).status).toBe(200);
      const now = await read(first.id);
      expect([now.roles.at(-1), now.proposals]).toEqual([reviewing, []]);
      expect((await decide(second.visitor, proposal!.id, true)).problem.code).toBe('proposal.not-found');
    });

    it('have it refused by another one, or take it back', async () => {
      const [first, second] = [await hired([{ role: 'administrator' }]), await hired([{ role: 'administrator' }])];
      for (const by of [second, first]) {
        await propose(first.visitor);
        const [proposal] = (await read(first.id)).proposals;
        expect((await decide(by.visitor, proposal!.id, false)).status).toBe(204);
        expect(await lastEvent()).toEqual(jasmine.objectContaining({ action: 'account.refuse-role', by: by.id }));
        expect((await read(first.id)).proposals).toEqual([]);
      }
      expect((await first.visitor.get('/api/review-queue')).status).toBe(403);
    });

    it('confirm one proposal once, though two do it at the same moment', async () => {
      const [first, second, third] = [
        await hired([{ role: 'administrator' }]),
        await hired([{ role: 'administrator' }]),
        await hired([{ role: 'administrator' }]),
      ];
      await propose(first.visitor);
      const [proposal] = (await read(first.id)).proposals;
      const answers = await Promise.all([second, third].map(({ visitor }) => decide(visitor, proposal!.id, true)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    });
  });
});
