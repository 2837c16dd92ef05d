import { ACCOUNT_ROLES, type AccountRole } from '@slusen/domain';
import { AccountQuery } from './account.query.js';
import { OPERATOR, type Account, type Principal } from './account.js';
import { ChangeRoles, type RoleChange } from './change-roles.js';
import { CreateAccount, type NewAccount } from './create-account.js';
import { DisableAccount } from './disable-account.js';
import { ResetPassword } from './reset-password.js';
import { Transactions } from '../platform/transactions.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PASSWORD = 'ett hemligt lösenord';
const having = (role?: AccountRole): Account => ({ id: crypto.randomUUID(), username: 'x', name: 'X', roles: role ? [{ role }] : [] });
const coded = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code }: { code?: string }) => code,
  );

describe('an account', () => {
  let whole: WholeApplication;
  let made = 0;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const newName = () => `konto-${++made}`;
  const create = (account: Partial<NewAccount> = {}, by: Principal = OPERATOR) =>
    whole.app
      .get(Transactions)
      .run(() =>
        whole.app.get(CreateAccount).create(by, { username: newName(), name: 'Åsa Ek', password: PASSWORD, roles: [], ...account }),
      );
  const canSignIn = async (username: string, password = PASSWORD) => (await whole.visitor().signIn(username, password)).status === 201;
  const found = (username: string) => whole.app.get(AccountQuery).byUsername(username);
  const traces = async () =>
    (
      await whole.rows(
        'select (select count(*)::int from account) as accounts, (select count(*)::int from account_role) as roles, (select count(*)::int from audit_event) as audit',
      )
    )[0];
  const lastEvent = async () =>
    (await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1'))[0]!.payload;

  it('can sign in at once, whatever the case of its name, and is known by its roles', async () => {
    const username = newName();
    await create({ username: username.toUpperCase(), roles: [{ role: 'reporter', department: 'kultur' }, { role: 'administrator' }] });
    expect([await canSignIn(username), await canSignIn(username.toUpperCase())]).toEqual([true, true]);
    expect(await found(username)).toEqual(
      jasmine.objectContaining({
        username,
        name: 'Åsa Ek',
        roles: [{ role: 'reporter', department: { slug: 'kultur', name: { sv: 'Kultur' } } }, { role: 'administrator' }],
      }),
    );
  });

  it('is told to the audit trail by its id and rights, never by its name or password', async () => {
    const username = newName();
    const id = await create({ username, name: 'Hemliga Namnet', roles: [{ role: 'reviewer', department: 'kultur' }] });
    const payload = await lastEvent();
    expect(JSON.parse(payload)).toEqual({
      action: 'account.create',
      by: null,
      subject: `account:${id}`,
      facts: { password: jasmine.stringMatching(/^[0-9a-f]{64}$/), roles: [{ role: 'reviewer', department: 'kultur' }] },
    });
    await whole.app.get(ResetPassword).reset(OPERATOR, username, 'ett annat lösenord');
    for (const told of [payload, await lastEvent()]) expect(told).not.toMatch(new RegExp(`${username}|Hemliga|lösenord`));
  });

  it('of one name is made once, however it is spelled and however many make it at the same moment', async () => {
    const username = newName();
    const tries = [username, username.toUpperCase(), username].map((name) => coded(create({ username: name })));
    expect((await Promise.all(tries)).sort()).toEqual(['account.exists', 'account.exists', 'done']);
  });

  it('in a department that is not there is not made at all', async () => {
    const before = await traces();
    const roles = [{ role: 'administrator' }, { role: 'reporter', department: 'rymdbyran' }] as const;
    expect(await coded(create({ roles }))).toBe('account.unknown-department');
    expect(await traces()).toEqual(before);
  });

  it('is made, shut out and given a password by an administrator or whoever runs the server, and by nobody else', async () => {
    const username = newName();
    await create({ username });
    const deeds = (by: Principal) => [
      () => create({}, by),
      () => whole.app.get(ResetPassword).reset(by, username, PASSWORD),
      () => whole.app.get(DisableAccount).disable(by, username),
    ];
    for (const role of [undefined, ...ACCOUNT_ROLES.filter((one) => one !== 'administrator')]) {
      const before = await traces();
      for (const deed of deeds(having(role)))
        expect(await coded(deed()))
          .withContext(role ?? 'nobody')
          .toBe('permission.forbidden');
      expect(await traces()).toEqual(before);
    }
    const administrator = having('administrator');
    for (const deed of deeds(administrator)) {
      expect(await coded(deed())).toBe('done');
      expect((JSON.parse(await lastEvent()) as { by: string }).by).toBe(administrator.id);
    }
  });

  it('as a reporter has a department', async () => {
    const before = await traces();
    expect(await coded(create({ roles: [{ role: 'reporter' }] }))).toBe('account.needs-department');
    expect(await traces()).toEqual(before);
  });

  describe('is given roles and relieved of them', () => {
    const reporter = { role: 'reporter', department: 'kultur' } as const;
    const change = (username: string, how: Partial<RoleChange>, by: Principal = OPERATOR) =>
      whole.app.get(ChangeRoles, { strict: false }).change(by, username, { give: [], take: [], ...how });

    it('with the rights from the next request on, and all that it holds in the audit trail', async () => {
      const username = newName();
      const id = await create({ username, roles: [{ role: 'politician' }] });
      const visitor = whole.visitor();
      await visitor.signIn(username, PASSWORD);
      const rights = async () => [(await visitor.get('/api/overview')).status, (await visitor.get('/api/tasks')).status];
      expect(await rights()).toEqual([200, 403]);
      expect(await change(username.toUpperCase(), { give: [reporter], take: [{ role: 'politician' }] })).toEqual([reporter]);
      expect(await rights()).toEqual([403, 200]);
      expect(JSON.parse(await lastEvent())).toEqual({
        action: 'account.change-roles',
        by: null,
        subject: `account:${id}`,
        facts: { roles: [reporter] },
      });
    });

    it('of which nothing is told when nothing changes', async () => {
      const username = newName();
      await create({ username, roles: [reporter] });
      const before = await traces();
      expect(
        await change(username, { give: [reporter], take: [{ role: 'reporter', department: 'utvecklingsavdelningen' }] }),
      ).toBeUndefined();
      expect(await traces()).toEqual(before);
    });

    it('by an administrator alone, to somebody who is there, and only such as there are', async () => {
      const username = newName();
      await create({ username });
      const refused: readonly [how: Partial<RoleChange>, code: string, name?: string, by?: Principal][] = [
        [{ give: [reporter] }, 'permission.forbidden', username, having('strategist')],
        [{ give: [reporter] }, 'account.not-found', 'ingen'],
        [{ give: [{ role: 'reporter' }] }, 'account.needs-department'],
        [{ give: [{ role: 'politician' }, { role: 'reporter', department: 'rymdbyran' }] }, 'account.unknown-department'],
      ];
      const before = await traces();
      for (const [how, code, name = username, by = OPERATOR] of refused) expect(await coded(change(name, how, by))).toBe(code);
      expect(await traces()).toEqual(before);
    });

    describe('as administrator', () => {
      const administrator = { role: 'administrator' } as const;
      beforeEach(() =>
        whole.rows(`update account set disabled_at = now() where id in (select account_id from account_role where role = 'administrator')`),
      );
      const ends: readonly [how: string, end: (username: string) => Promise<unknown>][] = [
        ['disabled', (username) => whole.app.get(DisableAccount).disable(OPERATOR, username)],
        ['relieved', (username) => change(username, { take: [administrator] })],
      ];
      for (const [how, end] of ends) {
        it(`is not ${how} as the last one, also when two go at the same moment`, async () => {
          const pair = [newName(), newName()];
          for (const username of pair) await create({ username, roles: [administrator] });
          expect((await Promise.all(pair.map((username) => coded(end(username))))).sort()).toEqual(['account.last-administrator', 'done']);
        });
      }
    });
  });

  it('with a new password is signed out everywhere, and the old one is of no use', async () => {
    const username = newName();
    await create({ username });
    const visitor = whole.visitor();
    await visitor.signIn(username, PASSWORD);
    expect((await visitor.get('/api/session')).status).toBe(200);
    await whole.app.get(ResetPassword).reset(OPERATOR, username.toUpperCase(), 'ett annat lösenord');
    expect((await visitor.get('/api/session')).status).toBe(401);
    expect([await canSignIn(username), await canSignIn(username, 'ett annat lösenord')]).toEqual([false, true]);
  });

  it('that is shut out is out at once, in every window, and nothing more can be done with it', async () => {
    const username = newName();
    await create({ username, roles: [{ role: 'politician' }] });
    const visitor = whole.visitor();
    await visitor.signIn(username, PASSWORD);
    expect((await visitor.get('/api/overview')).status).toBe(200);
    expect(await whole.app.get(DisableAccount).disable(OPERATOR, username)).toBeTrue();
    expect((await visitor.get('/api/overview')).status).toBe(401);
    expect(await canSignIn(username)).toBeFalse();
    expect(await found(username)).toBeUndefined();
    expect(await coded(whole.app.get(AccountQuery).named(username))).toBe('account.not-found');
    expect(await coded(whole.app.get(ResetPassword).reset(OPERATOR, username, PASSWORD))).toBe('account.not-found');
    const before = await traces();
    expect(await whole.app.get(DisableAccount).disable(OPERATOR, username)).toBeFalse();
    expect(await traces()).toEqual(before);
    expect(await coded(create({ username })))
      .withContext('its name stays its own')
      .toBe('account.exists');
  });

  it('is shut out once by several who do it at the same moment', async () => {
    const username = newName();
    await create({ username });
    const answers = await Promise.all([1, 2, 3].map(() => whole.app.get(DisableAccount).disable(OPERATOR, username)));
    expect(answers.sort()).toEqual([false, false, true]);
  });

  for (const username of ['ingen', '', "'; drop table account; --", 'konto-%']) {
    it(`is not found by a name that none has: "${username}"`, async () => {
      expect(await coded(whole.app.get(AccountQuery).named(username))).toBe('account.not-found');
      expect(await coded(whole.app.get(DisableAccount).disable(OPERATOR, username))).toBe('account.not-found');
    });
  }
});
