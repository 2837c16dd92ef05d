import type { PeopleList, Person } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../identity/account.js';
import { MakeMachineKey } from '../identity/machines/make-machine-key.js';
import { dayIn, PEOPLE, PeopleDesk } from './people-desk.fixtures.js';

describe('people', () => {
  let desk: PeopleDesk;
  beforeAll(async () => (desk = await PeopleDesk.open()), 120_000);
  afterAll(() => desk.close());

  describe('are invited', () => {
    it('with a name, an address and roles, in one transaction with its mail and its trace', async () => {
      const roles = [{ role: 'reporter', department: 'kultur', from: '2026-01-01', to: dayIn(30) }, { role: 'politician' }];
      const answer = await desk.invite({ name: '  Åsa Ek ', email: 'Asa.Ek@Exempel.se', roles });
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
      const { payload } = (
        await desk.whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1')
      )[0]!;
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
      const answers = [await desk.invite(body, key), await desk.invite(body, key)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0]?.json<Person>().id).toBe(answers[1]!.json<Person>().id);
      expect((await desk.invite(body)).problem.code).toBe('account.email-taken');
      expect((await desk.invite({ ...body, email: 'BO@exempel.se' })).problem.code).toBe('account.email-taken');
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
        const before = await desk.counts();
        const { status, problem } = await desk.invite({ name: 'Cilla', email: 'cilla@exempel.se', roles: [], ...different });
        expect(typeof wanted === 'number' ? status : problem.code).toBe(wanted as never);
        expect(await desk.counts()).toEqual(before);
      });
  });

  describe('are listed', () => {
    it('by what is searched for, with all words, whatever the case', async () => {
      await desk.invite({ name: 'Örjan Åkesson', email: 'orjan@exempel.se', roles: [] });
      for (const q of ['örjan', 'ÅKESSON örj', 'orjan@', 'orjan@exempel åke']) {
        const { items } = await desk.list(`&q=${encodeURIComponent(q)}`);
        expect(items.map(({ name }) => name))
          .withContext(q)
          .toEqual(['Örjan Åkesson']);
      }
      for (const q of ['%', '_rjan', 'örjan eriksson', '\\'])
        expect((await desk.list(`&q=${encodeURIComponent(q)}`)).total)
          .withContext(q)
          .toBe(0);
    });

    it('without the accounts of business systems, which are no people', async () => {
      const key = { username: 'tidboken', name: 'Tidboken', department: 'kultur', lastDay: dayIn(30) };
      await desk.whole.app.get(MakeMachineKey, { strict: false }).make(OPERATOR, key);
      const [{ id } = { id: '' }] = await desk.whole.rows<{ id: string }>(`select id from account where username = 'tidboken'`);
      expect((await desk.list('&q=tidboken')).total).toBe(0);
      expect((await desk.list()).items.map(({ username }) => username)).not.toContain('tidboken');
      expect((await desk.administrator.get(`${PEOPLE}/${id}`)).problem.code).toBe('account.not-found');
    });

    it('in the order of the Swedish alphabet, or falling, in parts', async () => {
      for (const name of ['Zeta Z', 'Ada Z', 'Ärla Z', 'Åke Z', 'Östen Z'])
        await desk.invite({ name, email: `${randomUUID()}@sortering.exempel.se`, roles: [] });
      const names = async (query: string) => (await desk.list(`&q=sortering${query}`)).items.map(({ name }) => name);
      expect(await names('')).toEqual(['Ada Z', 'Zeta Z', 'Åke Z', 'Ärla Z', 'Östen Z']);
      expect(await names('&sort=name&falling=1')).toEqual(['Östen Z', 'Ärla Z', 'Åke Z', 'Zeta Z', 'Ada Z']);
      const part = (await desk.administrator.get(`${PEOPLE}?q=sortering&limit=2&offset=3`)).json<PeopleList>();
      expect([part.items.map(({ name }) => name), part.total]).toEqual([['Ärla Z', 'Östen Z'], 5]);
      for (const sort of ['email', 'state', 'sessions']) expect((await names(`&sort=${sort}`)).length).toBe(5);
      expect((await desk.administrator.get(`${PEOPLE}?sort=password`)).status).toBe(400);
    });
  });
});
