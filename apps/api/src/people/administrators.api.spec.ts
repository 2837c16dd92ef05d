import { AccountQuery } from '../identity/account.query.js';
import { ChangeRoles } from '../identity/change-roles.js';
import type { Visitor } from '../testing/visitor.js';
import { dayIn, PeopleDesk } from './people-desk.fixtures.js';

describe('people', () => {
  let desk: PeopleDesk;
  beforeAll(async () => (desk = await PeopleDesk.open()), 120_000);
  afterAll(() => desk.close());

  describe('who are administrators', () => {
    const wanted = { department: 'kultur', to: dayIn(90) };
    const propose = (by: Visitor) => by.post('/api/admin/role-proposals', wanted);
    const decide = (by: Visitor, id: string, isConfirmed: boolean) => by.post(`/api/admin/role-proposals/${id}/decisions`, { isConfirmed });
    const reviewing = { role: 'reviewer', department: { slug: 'kultur', name: { sv: 'Kultur' } }, to: wanted.to } as const;

    it('do not give themselves the reviewer’s role, by no way that there is', async () => {
      const person = await desk.hired([{ role: 'administrator' }]);
      const own = { role: 'reviewer', department: 'kultur' } as const;
      const { problem } = await desk.setRoles(person, [{ role: 'administrator' }, own], person.visitor);
      expect(problem.code).toBe('account.own-reviewer');
      const account = (await desk.whole.app.get(AccountQuery).byUsername(person.username))!;
      const byCommand = desk.whole.app.get(ChangeRoles, { strict: false }).change(account, person.username, { give: [own], take: [] });
      await expectAsync(byCommand).toBeRejectedWith(jasmine.objectContaining({ code: 'account.own-reviewer' }));
      expect((await desk.read(person.id)).roles).toEqual([{ role: 'administrator' }]);
    });

    it('propose it, and another one confirms it', async () => {
      const [first, second] = [await desk.hired([{ role: 'administrator' }]), await desk.hired([{ role: 'administrator' }])];
      expect((await propose(first.visitor)).status).toBe(204);
      expect(await desk.lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.propose-role', by: first.id, subject: `account:${first.id}` }),
      );
      const [proposal] = (await desk.read(first.id)).proposals;
      expect(proposal?.held).toEqual(reviewing);
      expect((await decide(first.visitor, proposal!.id, true)).problem.code).toBe('account.own-confirmation');
      expect((await first.visitor.get('/api/review-queue')).status).toBe(403);
      expect((await decide(second.visitor, proposal!.id, true)).status).toBe(204);
      expect(await desk.lastEvent()).toEqual(
        jasmine.objectContaining({ action: 'account.change-roles', by: second.id, subject: `account:${first.id}` }),
      );
      expect((await first.visitor.get('/api/review-queue')).status).toBe(200);
      const now = await desk.read(first.id);
      expect([now.roles.at(-1), now.proposals]).toEqual([reviewing, []]);
      expect((await decide(second.visitor, proposal!.id, true)).problem.code).toBe('proposal.not-found');
    });

    it('have it refused by another one, or take it back', async () => {
      const [first, second] = [await desk.hired([{ role: 'administrator' }]), await desk.hired([{ role: 'administrator' }])];
      for (const by of [second, first]) {
        await propose(first.visitor);
        const [proposal] = (await desk.read(first.id)).proposals;
        expect((await decide(by.visitor, proposal!.id, false)).status).toBe(204);
        expect(await desk.lastEvent()).toEqual(jasmine.objectContaining({ action: 'account.refuse-role', by: by.id }));
        expect((await desk.read(first.id)).proposals).toEqual([]);
      }
      expect((await first.visitor.get('/api/review-queue')).status).toBe(403);
    });

    it('confirm one proposal once, though two do it at the same moment', async () => {
      const [first, second, third] = [
        await desk.hired([{ role: 'administrator' }]),
        await desk.hired([{ role: 'administrator' }]),
        await desk.hired([{ role: 'administrator' }]),
      ];
      await propose(first.visitor);
      const [proposal] = (await desk.read(first.id)).proposals;
      const answers = await Promise.all([second, third].map(({ visitor }) => decide(visitor, proposal!.id, true)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    });
  });
});
