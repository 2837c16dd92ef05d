import type { SessionView } from '@slusen/contracts';
import { PASSWORD } from '../testing/office.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { ABSOLUTE_MINUTES, IDLE_MINUTES } from './session.repository.js';

const MINUTE = 60_000;

describe('a session', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  afterEach(() => whole.later(0));

  describe('ends', () => {
    it('when nothing is done for half an hour', async () => {
      const visitor = await whole.asAnew('colleague');
      whole.later((IDLE_MINUTES - 1) * MINUTE);
      expect(await visitor.isSignedIn()).toBeTrue();
      whole.later((2 * IDLE_MINUTES - 2) * MINUTE);
      expect(await visitor.isSignedIn())
        .withContext('it was used in between')
        .toBeTrue();
      whole.later((3 * IDLE_MINUTES - 1) * MINUTE);
      expect(await visitor.isSignedIn()).toBeFalse();
    });

    it('after twelve hours, however much is done', async () => {
      const visitor = await whole.asAnew('colleague');
      for (let minutes = 0; minutes < ABSOLUTE_MINUTES; minutes += IDLE_MINUTES - 1) {
        whole.later(minutes * MINUTE);
        expect(await visitor.isSignedIn())
          .withContext(`${minutes} minutes`)
          .toBeTrue();
      }
      whole.later(ABSOLUTE_MINUTES * MINUTE);
      expect(await visitor.isSignedIn()).toBeFalse();
    });

    it('says beforehand when', async () => {
      const { idleExpiresAt, expiresAt } = (await (await whole.asAnew('colleague')).get('/api/session')).json<SessionView>();
      const left = (instant: string) => (Date.parse(instant) - Date.now()) / MINUTE;
      expect(left(idleExpiresAt)).toBeCloseTo(IDLE_MINUTES, 0);
      expect(left(expiresAt)).toBeCloseTo(ABSOLUTE_MINUTES, 0);
    });

    it('with its account', async () => {
      const visitor = await whole.asAnew('second');
      await whole.rows(`update account set disabled_at = now() where username = 'second'`);
      expect(coded(await visitor.get('/api/session'))).toEqual([401, 'session.missing']);
      await whole.rows(`update account set disabled_at = null where username = 'second'`);
    });

    it('when its row is taken away, at once', async () => {
      const visitor = await whole.asAnew('critic');
      expect(await visitor.isSignedIn()).toBeTrue();
      await whole.rows(`delete from session where account_id = (select id from account where username = 'critic')`);
      expect(await visitor.isSignedIn()).toBeFalse();
    });

    it('by signing out: here only', async () => {
      const [here, there] = [await whole.asAnew('critic'), await whole.asAnew('critic')];
      const answer = await here.delete('/api/session');
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-slusen=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
      expect([await here.isSignedIn(), await there.isSignedIn()]).toEqual([false, true]);
    });

    it('by signing out everywhere', async () => {
      const [here, there, other] = [await whole.asAnew('critic'), await whole.asAnew('critic'), await whole.asAnew('neighbour')];
      expect((await here.delete('/api/sessions')).status).toBe(204);
      expect([await here.isSignedIn(), await there.isSignedIn(), await other.isSignedIn()]).toEqual([false, false, true]);
    });
  });

  describe('and a new password', () => {
    const change = (visitor: Visitor, current: string, next: string) => visitor.put('/api/account/password', { current, next });
    const LONGER = 'ett ännu längre lösenord';

    it('ends every other session of the account, and the old password', async () => {
      const [here, there] = [await whole.asAnew('politician'), await whole.asAnew('politician')];
      expect((await change(here, PASSWORD, LONGER)).status).toBe(204);
      expect([await here.isSignedIn(), await there.isSignedIn()]).toEqual([true, false]);
      expect((await whole.visitor().signIn('politician', PASSWORD)).status).toBe(401);
      expect((await whole.visitor().signIn('politician', LONGER)).status).toBe(201);
      expect((await change(here, LONGER, PASSWORD)).status).toBe(204);
    });

    it('needs the old one', async () => {
      const here = await whole.asAnew('politician');
      expect(coded(await change(here, 'inte det', LONGER))).toEqual([422, 'password.wrong']);
      expect((await whole.visitor().signIn('politician', PASSWORD)).status).toBe(201);
    });

    it('cannot be guessed by changing it again and again', async () => {
      const here = await whole.asAnew('administrator');
      const answers: number[] = [];
      for (let attempt = 0; attempt < 10; attempt++) answers.push((await change(here, `gissning ${attempt}`, LONGER)).status);
      expect(answers.at(-1)).toBe(429);
      expect(await here.isSignedIn()).toBeTrue();
    });

    it('has twelve characters at least', async () => {
      const answer = await change(await whole.asAnew('politician'), PASSWORD, 'elva tecken');
      expect(coded(answer)).toEqual([400, 'input.invalid']);
      expect(answer.problem.errors).toEqual([{ path: 'next', message: 'password.too-short' }]);
    });

    it('stands in no trail and no answer', async () => {
      await whole.asAnew('politician');
      const trail = await whole.rows<{ payload: string }>('select payload from audit_event');
      expect(trail.length).toBeGreaterThan(0);
      for (const { payload } of trail) expect(payload).not.toMatch(/lösenord|argon2|__Host/);
    });
  });
});
