import type { SessionView } from '@slusen/contracts';
import { PASSWORD } from '../testing/office.js';
import { coded } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Passwords } from './passwords.js';

describe('a session', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  describe('is opened', () => {
    it('with a name and a password, and says who it is', async () => {
      const answer = await whole.visitor().signIn('reporter', PASSWORD);
      expect(answer.status).toBe(201);
      const { account, roles, csrfToken } = answer.json<SessionView>();
      expect(account.username).toBe('reporter');
      expect(roles.map(({ role, department }) => [role, department?.slug])).toEqual([['reporter', 'utvecklingsavdelningen']]);
      expect(csrfToken.length).toBeGreaterThan(30);
    });

    it('whatever the case of the name', async () => {
      expect((await whole.visitor().signIn('  Reporter ', PASSWORD)).status).toBe(201);
    });

    it('with a cookie that no script reads and no other site, address or plain connection gets', async () => {
      const [session, known] = (await whole.visitor().signIn('reporter', PASSWORD)).headers['set-cookie'] as string[];
      const [pair = '', ...flags] = String(session).split('; ');
      expect(pair).toMatch(/^__Host-slusen=[\w-]{43}$/);
      expect(flags).toEqual(jasmine.arrayWithExactContents(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
      const [mark = '', ...its] = String(known).split('; ');
      expect(mark).toMatch(/^__Secure-slusen-known-[\w-]{16}=[\w-]{22}\.[\w-]{43}$/);
      expect(its).toEqual(
        jasmine.arrayWithExactContents(['Max-Age=15552000', 'Path=/api/session', 'HttpOnly', 'Secure', 'SameSite=Strict']),
      );
    });

    it('in place of the one that the browser brought, whoever that one was', async () => {
      for (const next of ['reporter', 'reviewer']) {
        const before = await whole.asAnew('reporter');
        const elsewhere = await whole.asAnew('reporter');
        const after = whole.visitor();
        expect((await after.signIn(next, PASSWORD, { cookie: before.cookie })).status).toBe(201);
        expect([await before.isSignedIn(), await elsewhere.isSignedIn(), await after.isSignedIn()]).toEqual([false, true, true]);
      }
    });

    it('beside the one that was brought when the password is wrong', async () => {
      const visitor = await whole.asAnew('reporter');
      expect((await visitor.signIn('reporter', 'fel lösenord')).status).toBe(401);
      expect(await visitor.isSignedIn()).toBeTrue();
    });

    it('without its token being stored anywhere', async () => {
      const { cookie = '' } = await whole.asAnew('reporter');
      const token = cookie.split('=')[1] ?? '';
      const stored = await whole.rows<{ row: string }>('select session::text as row from session');
      const asHex = Buffer.from(token).toString('hex');
      expect(stored.some(({ row }) => row.includes(token) || row.includes(asHex))).toBeFalse();
    });
  });

  describe('is refused', () => {
    it('in the same words for a wrong password, an unknown name and a closed account', async () => {
      await whole.rows(`update account set disabled_at = now() where username = 'nobody'`);
      const answers = [
        await whole.visitor().signIn('reporter', 'fel lösenord'),
        await whole.visitor().signIn('finns.inte', PASSWORD),
        await whole.visitor().signIn('nobody', PASSWORD),
      ];
      await whole.rows(`update account set disabled_at = null where username = 'nobody'`);
      const said = answers.map(({ status, problem: { instance: _, ...problem }, headers }) => ({
        status,
        problem,
        cookie: headers['set-cookie'],
      }));
      expect(said[0]).toEqual({ status: 401, problem: jasmine.objectContaining({ code: 'session.wrong-credentials' }), cookie: undefined });
      expect(said[1]).toEqual(said[0]);
      expect(said[2]).toEqual(said[0]);
    });

    it('after the same work for an unknown name', async () => {
      const fits = spyOn(whole.app.get(Passwords), 'fits').and.callThrough();
      for (const name of ['second', 'finns.inte']) await whole.visitor().signIn(name, 'fel lösenord');
      expect(fits.calls.allArgs()).toEqual([
        ['fel lösenord', jasmine.stringContaining('$argon2id$')],
        ['fel lösenord', undefined],
      ]);
    });

    it('when the name or the password is missing, empty or too long', async () => {
      const cases = [
        {},
        { username: 'reporter' },
        { username: '', password: 'x' },
        { username: 'reporter', password: 'x'.repeat(201) },
        { username: 'reporter', password: 'x', role: 'administrator' },
      ];
      for (const body of cases)
        expect(coded(await whole.visitor().post('/api/session', body)))
          .withContext(JSON.stringify(body))
          .toEqual([400, 'input.invalid']);
    });
  });

  describe('is guarded against guessing', () => {
    afterEach(() => whole.rows('delete from sign_in_attempt'));
    const mistake = (name: string, address: string) => whole.visitor(address).signIn(name, 'gissning');

    it('by slowing down: it says for how long, and keeps nobody else out', async () => {
      for (let attempt = 1; attempt <= 8; attempt++)
        expect(coded(await mistake('strategist', '10.0.0.1'))).toEqual([401, 'session.wrong-credentials']);
      const refused = await whole.visitor('10.0.0.1').signIn('Strategist', PASSWORD);
      expect(coded(refused)).toEqual([429, 'session.throttled']);
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect((await whole.visitor('10.0.0.1').signIn('reporter', PASSWORD)).status)
        .withContext('another account')
        .toBe(201);
      expect((await whole.visitor('10.0.0.2').signIn('strategist', PASSWORD)).status)
        .withContext('from elsewhere')
        .toBe(201);
    });

    it('from everywhere, without keeping out the browser that the account knows', async () => {
      const known = await whole.visitor('10.0.0.5').signIn('critic', PASSWORD);
      const cookie = (known.headers['set-cookie'] as string[]).map((one) => one.split(';')[0]).join('; ');
      for (let from = 1; from <= 10; from++) await mistake('critic', `10.3.0.${from}`);
      expect(coded(await whole.visitor('10.0.0.5').signIn('critic', PASSWORD))).toEqual([429, 'session.throttled']);
      const back = await whole.visitor('10.0.0.5').signIn('critic', PASSWORD, { cookie });
      expect(back.status).toBe(201);
      const marks = [known, back].map(({ headers }) => (headers['set-cookie'] as string[])[1]);
      expect(marks[1]).withContext('the same mark, with its budget').toEqual(marks[0]);
    });

    it('and forgets earlier mistakes once the password was right', async () => {
      for (let round = 1; round <= 3; round++) {
        for (let attempt = 1; attempt <= 6; attempt++) expect((await mistake('partner', '10.0.0.4')).status).toBe(401);
        expect((await whole.visitor('10.0.0.4').signIn('partner', PASSWORD)).status).toBe(201);
      }
    });
  });

  it('leaves a trail of what was refused: at which account, and never what was typed', async () => {
    await whole.rows(`update account set disabled_at = now() where username = 'second'`);
    for (const name of ['neighbour', 'hemligt.namn', 'second']) await whole.visitor().signIn(name, 'gissat ord');
    await whole.rows(`update account set disabled_at = null where username = 'second'`);
    const events = await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 3');
    const ids = await whole.rows<{ id: string }>(`select id from account where username in ('neighbour', 'second') order by username`);
    const [neighbour, second] = ids.map(({ id }) => `account:${id}`);
    expect(events.reverse().map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
      { action: 'session.refuse', by: null, facts: {}, subject: neighbour },
      { action: 'session.refuse', by: null, facts: {}, subject: 'account:unknown' },
      { action: 'session.refuse', by: null, facts: { isDisabled: true }, subject: second },
    ]);
  });

  it('leaves a trail: who came, who went', async () => {
    const visitor = await whole.asAnew('neighbour');
    await visitor.delete('/api/session');
    const events = await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 2');
    const { id } = (await whole.rows<{ id: string }>(`select id from account where username = 'neighbour'`))[0]!;
    const said = events.map(({ payload }) => JSON.parse(payload) as { action: string; subject: string; by: string });
    expect(said.map(({ action, subject, by }) => [action, subject, by])).toEqual([
      ['session.close', `account:${id}`, id],
      ['session.open', `account:${id}`, id],
    ]);
  });
});
