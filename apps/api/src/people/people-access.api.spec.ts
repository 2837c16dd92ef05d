import type { Person } from '@slusen/contracts';
import { AccountQuery } from '../identity/account.query.js';
import { setUpSecondFactor } from '../testing/second-factor.js';
import { dayIn, PASSWORD, PEOPLE, PeopleDesk } from './people-desk.fixtures.js';

describe('people', () => {
  let desk: PeopleDesk;
  beforeAll(async () => (desk = await PeopleDesk.open()), 120_000);
  afterAll(() => desk.close());
  beforeEach(() => desk.whole.later(0));

  describe('hold roles', () => {
    it('that are gone from the next request on, within a second, when they are taken', async () => {
      const person = await desk.hired([{ role: 'politician' }]);
      expect((await person.visitor.get('/api/overview')).status).toBe(200);
      const begun = performance.now();
      expect((await desk.setRoles(person, [])).status).toBe(200);
      expect((await person.visitor.get('/api/overview')).status).toBe(403);
      expect(performance.now() - begun).toBeLessThan(1000);
      expect(await desk.lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.change-roles', subject: `account:${person.id}`, facts: { roles: [] } }),
      );
    });

    it('as an administrator with a second factor only, also in the sessions that go on', async () => {
      const person = await desk.hired([{ role: 'politician' }]);
      const given = (period: object) => [{ role: 'politician' }, { role: 'administrator', ...period }];
      expect((await desk.setRoles(person, given({ to: dayIn(-1) }))).status).toBe(200);
      expect((await person.visitor.get('/api/overview')).status).toBe(200);
      expect((await desk.setRoles(await desk.read(person.id), given({ from: dayIn(1) }))).status).toBe(200);
      expect((await person.visitor.get('/api/overview')).problem.code).toBe('session.second-factor-required');
      await setUpSecondFactor(person.visitor);
      expect((await person.visitor.get('/api/overview')).status).toBe(200);
    });

    it('from and until a day, both included', async () => {
      const person = await desk.hired();
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
        expect((await desk.setRoles(await desk.read(person.id), [{ role: 'politician', ...period }])).status).toBe(200);
        expect(await may())
          .withContext(JSON.stringify(period))
          .toBe(status);
        expect((await desk.whole.app.get(AccountQuery).byUsername(person.username))!.roles.length).toBe(status === 200 ? 1 : 0);
      }
      expect((await desk.read(person.id)).roles).toEqual([{ role: 'politician', from: dayIn(-10), to: dayIn(10) }]);
    });

    it('that nobody changes who has not seen the last change', async () => {
      const person = await desk.hired([{ role: 'politician' }]);
      expect((await desk.setRoles(person, [])).status).toBe(200);
      expect((await desk.setRoles(person, [{ role: 'strategist' }])).problem.code).toBe('account.stale');
      expect((await desk.administrator.put(`${PEOPLE}/${person.id}/roles`, { roles: [] })).status).toBe(428);
      expect((await desk.read(person.id)).roles).toEqual([]);
    });

    it('and are told nothing of when nothing changes', async () => {
      const person = await desk.hired([{ role: 'politician' }]);
      const before = await desk.counts();
      expect((await desk.setRoles(person, [{ role: 'politician' }])).json<Person>().version).toBe(person.version);
      expect(await desk.counts()).toEqual(before);
    });
  });

  describe('are shut out', () => {
    it('at once in every browser, and let in again with what they held', async () => {
      const person = await desk.hired([{ role: 'politician' }]);
      const shut = (await desk.setAccess(person, true)).json<Person>();
      expect([shut.state, shut.sessions]).toEqual(['disabled', 0]);
      expect((await person.visitor.get('/api/session')).status).toBe(401);
      expect((await desk.lastEvent())['action']).toBe('account.disable');
      const open = (await desk.setAccess(shut, false)).json<Person>();
      expect([open.state, open.roles]).toEqual(['active', [{ role: 'politician' }]]);
      expect((await desk.whole.visitor().signIn(person.username, PASSWORD)).status).toBe(201);
    });

    it('but never the last administrator, who does not get an end either, nor is replaced by somebody who has not been here', async () => {
      const [own] = (await desk.list('&q=administrator')).items;
      const others = (await desk.list()).items.filter(
        ({ roles, username }) => username !== 'administrator' && roles.some(({ role }) => role === 'administrator'),
      );
      for (const other of others) await desk.setAccess(other, true);
      await desk.invite({ name: 'Nyanställd', email: 'nyast@exempel.se', roles: [{ role: 'administrator' }] });
      const me = await desk.read(own!.id);
      for (const refusal of [
        await desk.setAccess(me, true),
        await desk.setRoles(me, []),
        await desk.setRoles(me, [{ role: 'administrator', to: dayIn(30) }]),
        await desk.setRoles(me, [{ role: 'administrator', from: dayIn(1) }]),
      ])
        expect([refusal.status, refusal.problem.code]).toEqual([422, 'account.last-administrator']);
      expect((await desk.read(own!.id)).version).toBe(me.version);
    });
  });

  describe('are signed in', () => {
    it('in browsers that an administrator sees and ends, one or all', async () => {
      const person = await desk.hired();
      const second = desk.whole.visitor();
      await second.signIn(person.username, PASSWORD);
      const [last, first] = (await desk.read(person.id)).openSessions;
      expect([last?.isThis, first?.isThis]).toEqual([false, false]);
      expect((await desk.administrator.delete(`${PEOPLE}/${person.id}/sessions/${last!.id}`)).status).toBe(204);
      expect([(await second.get('/api/session')).status, (await person.visitor.get('/api/session')).status]).toEqual([401, 200]);
      expect(await desk.lastEvent()).toEqual(jasmine.objectContaining({ action: 'session.end', subject: `account:${person.id}` }));
      expect((await desk.administrator.delete(`${PEOPLE}/${person.id}/sessions/${last!.id}`)).problem.code).toBe('session.not-found');
      expect((await desk.administrator.delete(`${PEOPLE}/${person.id}/sessions`)).status).toBe(204);
      expect((await person.visitor.get('/api/session')).status).toBe(401);
      const me = (await desk.list('&q=administrator')).items.find(({ username }) => username === 'administrator');
      expect((await desk.read(me!.id)).openSessions.map(({ isThis }) => isThis)).toContain(true);
    });
  });

  describe('have a second factor', () => {
    const factorOf = ({ id }: Pick<Person, 'id'>) => `${PEOPLE}/${id}/second-factor`;

    it('that an administrator takes away when their telephone is lost; they are signed out, and the trail tells who did it', async () => {
      const person = await desk.hired();
      expect([person.hasSecondFactor, (await desk.administrator.delete(factorOf(person))).problem.code]).toEqual([
        false,
        'second-factor.none',
      ]);
      await setUpSecondFactor(person.visitor);
      expect((await desk.read(person.id)).hasSecondFactor).toBeTrue();
      expect((await desk.administrator.delete(factorOf(person))).status).toBe(204);
      expect((await desk.read(person.id)).hasSecondFactor).toBeFalse();
      expect((await person.visitor.get('/api/session')).status).toBe(401);
      expect(await desk.lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.reset-second-factor', subject: `account:${person.id}`, by: jasmine.any(String) }),
      );
    });

    it('of their own on the page of their account only, with a code', async () => {
      const person = await desk.hired([{ role: 'administrator' }]);
      await setUpSecondFactor(person.visitor);
      expect((await person.visitor.delete(factorOf(person))).problem.code).toBe('account.own-second-factor');
      expect((await desk.read(person.id)).hasSecondFactor).toBeTrue();
    });
  });
});
