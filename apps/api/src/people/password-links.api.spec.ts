import type { MailList, MailText, PasswordLink, Person } from '@slusen/contracts';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newLinkToken } from '../identity/link-token.js';
import { Jobs } from '../jobs/jobs.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const DAY = 24 * 60 * 60 * 1000;
const NEW = 'ett alldeles nytt lösenord';

describe('a link to choose a password', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let made = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterAll(() => whole.close());
  beforeEach(async () => {
    await whole.rows('delete from sign_in_attempt');
    whole.later(0);
  });

  const newEmail = () => `person${++made}@exempel.se`;
  const invite = async (email = newEmail(), roles: object[] = []) =>
    (await administrator.post('/api/admin/people', { name: 'Åsa Ek', email, roles })).json<Person>();
  /** The token of the last mail to somebody, as an administrator reads it. */
  const lastToken = async (email: string): Promise<string> => {
    const { items } = (await administrator.get('/api/admin/mails?limit=1000')).json<MailList>();
    const mail = items.find(({ address }) => address === email);
    const opened = await administrator.post(`/api/admin/mails/${mail!.id}/openings`, undefined);
    return opened.json<MailText>().link.split('#')[1]!;
  };
  const look = (token: string) => whole.visitor().post('/api/password-links/search', { token });
  const choose = (token: string, password = NEW) => whole.visitor().post('/api/password-links/used', { token, password });
  const canSignIn = async (username: string, password = NEW) => (await whole.visitor().signIn(username, password)).status === 201;
  const code = async (answer: Promise<{ status: number; problem: { code?: string } }>) => {
    const { status, problem } = await answer;
    return [status, problem.code];
  };
  const traces = async () =>
    (await whole.rows('select (select count(*)::int from audit_event) as audit, (select count(*)::int from mail) as mails'))[0];
  const lastEvent = async () =>
    (await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1'))[0]!.payload;
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await isSo()); tries++) {
      if (tries > 100) throw new Error('It never came');
      await sleep(50);
    }
  }

  it('comes in a mail that names what an invitation gives, and for which department', async () => {
    const { username } = await invite(undefined, [
      { role: 'reporter', department: 'kultur' },
      { role: 'politician', to: '2020-12-31' },
    ]);
    const { items } = (await administrator.get('/api/admin/mails?limit=1000')).json<MailList>();
    const mail = items.find(({ address }) => address === username);
    const { text } = (await administrator.post(`/api/admin/mails/${mail!.id}/openings`, undefined)).json<MailText>();
    expect(text).toContain('Med det är du:\n\n- rapportör, Kultur\n\n');
  });

  it('says whose it is, works once, and lets somebody invited in with the password that they chose', async () => {
    const { id, username, state } = await invite(undefined, [{ role: 'politician' }]);
    expect(state).toBe('invited');
    const token = await lastToken(username);
    expect(await canSignIn(username))
      .withContext('before')
      .toBeFalse();
    expect((await look(token)).json<PasswordLink>()).toEqual(jasmine.objectContaining({ kind: 'invitation', name: 'Åsa Ek', username }));
    expect((await choose(token)).status).toBe(204);
    expect(JSON.parse(await lastEvent())).toEqual({
      action: 'account.choose-password',
      by: id,
      subject: `account:${id}`,
      facts: { link: 'invitation', password: jasmine.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await canSignIn(username)).toBeTrue();
    expect((await administrator.get(`/api/admin/people/${id}`)).json<Person>().state).toBe('active');
    expect(await code(choose(token, 'ännu ett lösenord'))).toEqual([410, 'link.used']);
    expect(await code(look(token))).toEqual([410, 'link.used']);
    expect(await canSignIn(username, 'ännu ett lösenord')).toBeFalse();
  });

  it('that was used, or replaced, is said of its mail, which nobody is asked to hand over any more', async () => {
    const { id, username } = await invite();
    const mails = async () =>
      (await administrator.get('/api/admin/mails?limit=1000')).json<MailList>().items.filter(({ address }) => address === username);
    expect((await administrator.post(`/api/admin/people/${id}/links`, undefined)).status).toBe(204);
    await until(async () => (await mails()).map(({ state }) => state).join() === 'kept,over');
    await choose(await lastToken(username));
    const [used] = await mails();
    expect((await mails()).map(({ state }) => state)).toEqual(['used', 'over']);
    expect(await code(administrator.post(`/api/admin/mails/${used!.id}/openings`, undefined))).toEqual([404, 'mail.not-found']);
  });

  it('is used once by several who do it at the same moment', async () => {
    const { username } = await invite();
    const token = await lastToken(username);
    const answers = await Promise.all([1, 2, 3].map(async (at) => (await choose(token, `${NEW} ${at}`)).status));
    expect(answers.sort()).toEqual([204, 410, 410]);
  });

  it('of an invitation works for seven days, and not after them', async () => {
    const { username } = await invite();
    const token = await lastToken(username);
    whole.later(7 * DAY - 60_000);
    expect((await look(token)).status).toBe(200);
    whole.later(7 * DAY);
    expect(await code(look(token))).toEqual([410, 'link.expired']);
    expect(await code(choose(token))).toEqual([410, 'link.expired']);
    expect(await canSignIn(username)).toBeFalse();
  });

  it('that was sent again takes the place of the one before', async () => {
    const { id, username } = await invite();
    const first = await lastToken(username);
    expect((await administrator.post(`/api/admin/people/${id}/links`, undefined)).status).toBe(204);
    const second = await lastToken(username);
    expect(await code(look(first))).toEqual([410, 'link.replaced']);
    expect((await look(second)).json<PasswordLink>().kind).toBe('invitation');
  });

  it('of somebody who is shut out works no more', async () => {
    const { id, username, version } = await invite();
    const token = await lastToken(username);
    const shut = await administrator.put(`/api/admin/people/${id}/access`, { isDisabled: true }, { 'if-match': `"${version}"` });
    expect(shut.status).toBe(200);
    expect(await code(look(token))).toEqual([410, 'link.replaced']);
    expect(await code(choose(token))).toEqual([410, 'link.replaced']);
    expect(await code(administrator.post(`/api/admin/people/${id}/links`, undefined))).toEqual([422, 'account.disabled']);
  });

  it('that is not whole, or was made elsewhere, is told from one that was here', async () => {
    const { username } = await invite();
    const token = await lastToken(username);
    const before = await traces();
    const last = token.at(-1) === 'a' ? 'b' : 'a';
    for (const broken of ['', token.slice(0, -1), `${token.slice(0, -1)}${last}`, `x${token}`, token.toUpperCase(), `${token}&utm=1`])
      expect(await code(look(broken)))
        .withContext(broken)
        .toEqual([400, 'link.broken']);
    expect(await code(look(newLinkToken()))).toEqual([404, 'link.not-found']);
    expect(await code(choose(newLinkToken()))).toEqual([404, 'link.not-found']);
    expect(await traces()).toEqual(before);
    expect((await look(token)).status).toBe(200);
  });

  it('is stored as a hash alone, once its mail is gone', async () => {
    const { id, username } = await invite();
    const token = await lastToken(username);
    const [link] = await whole.rows<{ row: string }>('select row_to_json(l)::text as row from password_link l where account_id = $1', [id]);
    expect(link!.row).not.toContain(token);
    const trail = await whole.rows<{ payload: string }>('select payload from audit_event');
    expect(trail.some(({ payload }) => payload.includes(token))).toBeFalse();
  });

  for (const [what, password] of [
    ['too short', 'elva tecken'],
    ['too long', 'x'.repeat(201)],
  ] as const)
    it(`does not take a password that is ${what}, and is not used up by it`, async () => {
      const { username } = await invite();
      const token = await lastToken(username);
      expect((await choose(token, password)).status).toBe(400);
      expect((await choose(token)).status).toBe(204);
    });

  describe('for somebody who lost theirs', () => {
    const askFor = (email: string) => whole.visitor().post('/api/password-resets', { email });

    it('is sent to the address of an account, and ends what it was signed in with', async () => {
      const { id, username } = await invite();
      await choose(await lastToken(username));
      const visitor = whole.visitor();
      await visitor.signIn(username, NEW);
      expect((await askFor(username.toUpperCase())).status).toBe(202);
      const sent = () =>
        whole.rows<{ payload: string }>(`select payload from audit_event where payload like '%send-link%' || $1 || '%'`, [id]);
      await until(async () => (await sent()).length > 0);
      const told = {
        action: 'account.send-link',
        by: null,
        subject: `account:${id}`,
        facts: { link: 'reset', mayOpen: jasmine.any(String) },
      };
      expect((await sent()).map(({ payload }) => JSON.parse(payload) as object)).toEqual([told]);
      const token = await lastToken(username);
      whole.later(2 * 60 * 60 * 1000);
      expect(await code(look(token)))
        .withContext('after two hours')
        .toEqual([410, 'link.expired']);
      whole.later(0);
      expect((await choose(token, 'ett tredje lösenord')).status).toBe(204);
      expect((await visitor.get('/api/session')).status).toBe(401);
      expect([await canSignIn(username), await canSignIn(username, 'ett tredje lösenord')]).toEqual([false, true]);
    }, 30_000);

    it('is answered for in the same words and headers for an address that nobody has, which gets nothing', async () => {
      const { username } = await invite();
      await choose(await lastToken(username));
      const address = `${randomBytes(6).toString('hex')}@exempel.se`;
      const unknown = await askFor(address);
      await sleep(1500);
      expect(await whole.rows('select 1 from mail where address = $1', [address])).toEqual([]);
      const known = await askFor(username);
      const said = ({ status, text, headers }: typeof known) => [status, text, Object.keys(headers).sort()];
      expect(said(known)).toEqual(said(unknown));
    });

    it('is sent thrice in a quarter of an hour and no more, whether anybody has the address or not', async () => {
      for (const email of [(await invite()).username, newEmail()]) {
        const answers = [];
        for (let at = 0; at < 4; at++) answers.push((await askFor(email)).status);
        expect(answers).toEqual([202, 202, 202, 429]);
      }
    });

    it('is not sent to somebody who is shut out', async () => {
      const { id, username, version } = await invite();
      await administrator.put(`/api/admin/people/${id}/access`, { isDisabled: true }, { 'if-match': `"${version}"` });
      expect((await askFor(username)).status).toBe(202);
      await sleep(1500);
      expect(await whole.rows('select kind from mail where account_id = $1', [id])).toEqual([{ kind: 'invitation' }]);
    });

    for (const email of ['', 'asa', 'asa@exempel.se\r\nBcc: alla@exempel.se', `${'x'.repeat(250)}@exempel.se`, 'åsa@', 'a@b.se\u0000'])
      it(`is not asked for with ${JSON.stringify(email).slice(0, 40)}`, async () => {
        expect((await askFor(email)).status).toBe(400);
      });
  });
});
