import type { SessionView } from '@slusen/contracts';
import type { ErrorCode } from '@slusen/domain';
import { PASSWORD } from '../testing/office.js';
import { Visitor, type Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Passwords } from './passwords.js';
import { ABSOLUTE_MINUTES, IDLE_MINUTES } from './session.repository.js';

const MINUTE = 60_000;
const coded = ({ status, problem }: Answer) => [status, problem.code];

describe('a session', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  afterEach(() => whole.later(0));

  const signedIn = async (person: string): Promise<Visitor> => {
    const visitor = whole.visitor();
    await visitor.signIn(person, PASSWORD);
    return visitor;
  };
  const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/api/session')).status === 200;

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
        const before = await signedIn('reporter');
        const elsewhere = await signedIn('reporter');
        const after = whole.visitor();
        expect((await after.signIn(next, PASSWORD, { cookie: before.cookie })).status).toBe(201);
        expect([await isIn(before), await isIn(elsewhere), await isIn(after)]).toEqual([false, true, true]);
      }
    });

    it('beside the one that was brought when the password is wrong', async () => {
      const visitor = await signedIn('reporter');
      expect((await visitor.signIn('reporter', 'fel lösenord')).status).toBe(401);
      expect(await isIn(visitor)).toBeTrue();
    });

    it('without its token being stored anywhere', async () => {
      const { cookie = '' } = await signedIn('reporter');
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

  describe('ends', () => {
    it('when nothing is done for half an hour', async () => {
      const visitor = await signedIn('colleague');
      whole.later((IDLE_MINUTES - 1) * MINUTE);
      expect(await isIn(visitor)).toBeTrue();
      whole.later((2 * IDLE_MINUTES - 2) * MINUTE);
      expect(await isIn(visitor))
        .withContext('it was used in between')
        .toBeTrue();
      whole.later((3 * IDLE_MINUTES - 1) * MINUTE);
      expect(await isIn(visitor)).toBeFalse();
    });

    it('after twelve hours, however much is done', async () => {
      const visitor = await signedIn('colleague');
      for (let minutes = 0; minutes < ABSOLUTE_MINUTES; minutes += IDLE_MINUTES - 1) {
        whole.later(minutes * MINUTE);
        expect(await isIn(visitor))
          .withContext(`${minutes} minutes`)
          .toBeTrue();
      }
      whole.later(ABSOLUTE_MINUTES * MINUTE);
      expect(await isIn(visitor)).toBeFalse();
    });

    it('says beforehand when', async () => {
      const { idleExpiresAt, expiresAt } = (await (await signedIn('colleague')).get('/api/session')).json<SessionView>();
      const left = (instant: string) => (Date.parse(instant) - Date.now()) / MINUTE;
      expect(left(idleExpiresAt)).toBeCloseTo(IDLE_MINUTES, 0);
      expect(left(expiresAt)).toBeCloseTo(ABSOLUTE_MINUTES, 0);
    });

    it('with its account', async () => {
      const visitor = await signedIn('second');
      await whole.rows(`update account set disabled_at = now() where username = 'second'`);
      expect(coded(await visitor.get('/api/session'))).toEqual([401, 'session.missing']);
      await whole.rows(`update account set disabled_at = null where username = 'second'`);
    });

    it('when its row is taken away, at once', async () => {
      const visitor = await signedIn('critic');
      expect(await isIn(visitor)).toBeTrue();
      await whole.rows(`delete from session where account_id = (select id from account where username = 'critic')`);
      expect(await isIn(visitor)).toBeFalse();
    });

    it('by signing out: here only', async () => {
      const [here, there] = [await signedIn('critic'), await signedIn('critic')];
      const answer = await here.delete('/api/session');
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-slusen=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
      expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
    });

    it('by signing out everywhere', async () => {
      const [here, there, other] = [await signedIn('critic'), await signedIn('critic'), await signedIn('neighbour')];
      expect((await here.delete('/api/sessions')).status).toBe(204);
      expect([await isIn(here), await isIn(there), await isIn(other)]).toEqual([false, false, true]);
    });
  });

  describe('and a new password', () => {
    const change = (visitor: Visitor, current: string, next: string) => visitor.put('/api/account/password', { current, next });
    const LONGER = 'ett ännu längre lösenord';

    it('ends every other session of the account, and the old password', async () => {
      const [here, there] = [await signedIn('politician'), await signedIn('politician')];
      expect((await change(here, PASSWORD, LONGER)).status).toBe(204);
      expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
      expect((await whole.visitor().signIn('politician', PASSWORD)).status).toBe(401);
      expect((await whole.visitor().signIn('politician', LONGER)).status).toBe(201);
      expect((await change(here, LONGER, PASSWORD)).status).toBe(204);
    });

    it('needs the old one', async () => {
      const here = await signedIn('politician');
      expect(coded(await change(here, 'inte det', LONGER))).toEqual([422, 'password.wrong']);
      expect((await whole.visitor().signIn('politician', PASSWORD)).status).toBe(201);
    });

    it('cannot be guessed by changing it again and again', async () => {
      const here = await signedIn('administrator');
      const answers: number[] = [];
      for (let attempt = 0; attempt < 10; attempt++) answers.push((await change(here, `gissning ${attempt}`, LONGER)).status);
      expect(answers.at(-1)).toBe(429);
      expect(await isIn(here)).toBeTrue();
    });

    it('has twelve characters at least', async () => {
      const answer = await change(await signedIn('politician'), PASSWORD, 'elva tecken');
      expect(coded(answer)).toEqual([400, 'input.invalid']);
      expect(answer.problem.errors).toEqual([{ path: 'next', message: 'password.too-short' }]);
    });

    it('stands in no trail and no answer', async () => {
      await signedIn('politician');
      const trail = await whole.rows<{ payload: string }>('select payload from audit_event');
      expect(trail.length).toBeGreaterThan(0);
      for (const { payload } of trail) expect(payload).not.toMatch(/lösenord|argon2|__Host/);
    });
  });

  describe('of another site’s making', () => {
    const leave = async (headers: Record<string, string | undefined>): Promise<(string | number | undefined)[]> => {
      const visitor = await signedIn('both');
      const answer = coded(await visitor.delete('/api/session', headers));
      expect(await isIn(visitor))
        .withContext('the session stays')
        .toBe(answer[0] !== 204);
      return answer;
    };
    const refused: [number, ErrorCode] = [403, 'session.csrf'];

    it('is refused without the token', async () => expect(await leave({ 'x-csrf-token': undefined })).toEqual(refused));
    it('is refused with an empty token', async () => expect(await leave({ 'x-csrf-token': '' })).toEqual(refused));
    it('is refused with the token of someone else', async () => {
      const other = await signedIn('both');
      expect(await leave({ 'x-csrf-token': other.csrfToken })).toEqual(refused);
    });
    for (const site of ['cross-site', 'same-site', 'nonsense']) {
      it(`is refused when the browser says ${site}`, async () => expect(await leave({ 'sec-fetch-site': site })).toEqual(refused));
    }
    for (const origin of ['https://ond.example', 'null', 'http://localhost:1', 'ond']) {
      it(`is refused from the origin ${origin}`, async () => expect(await leave({ origin })).toEqual(refused));
    }
    it('is refused for signing in too', async () => {
      expect(coded(await whole.visitor().signIn('both', PASSWORD, { 'sec-fetch-site': 'cross-site' }))).toEqual(refused);
      expect(coded(await whole.visitor().signIn('both', PASSWORD, { origin: 'https://ond.example' }))).toEqual(refused);
    });
    it('cannot be a form, whose content no one reads', async () => {
      const form = {
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': undefined },
        body: `username=both&password=${PASSWORD}`,
      };
      expect(coded(await whole.visitor().ask('POST', '/api/session', form))).toEqual([415, 'http.415']);
      const text = { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ username: 'both', password: PASSWORD }) };
      expect(coded(await whole.visitor().ask('POST', '/api/session', text))).toEqual([415, 'http.415']);
    });
    it('is let through from this very site', async () => {
      expect(await leave({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000', host: 'localhost:3000' })).toEqual([
        204,
        undefined,
      ]);
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
    const visitor = await signedIn('neighbour');
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
