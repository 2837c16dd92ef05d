import type { NewSecondFactor, OwnSignIn, RecoveryCodes, SessionView } from '@slusen/contracts';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { Settings } from '../../platform/settings.js';
import { PASSWORD, type Person } from '../../testing/office.js';
import type { Answer, Visitor } from '../../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { OPERATOR } from '../account.js';
import { ResetSecondFactor } from './reset-second-factor.js';

const HALF_MINUTE = 30_000;
const coded = ({ status, problem }: Answer) => [status, problem.code];

describe('a second factor', () => {
  let whole: WholeApplication;
  /** How far the program's clock is ahead: each code is good for once, so every use of an app takes place in a half minute of its own. */
  let ahead = 0;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  beforeEach(() => whole.rows('delete from sign_in_attempt'));
  afterEach(async () => {
    await whole.rows('delete from recovery_code');
    await whole.rows('delete from second_factor');
    await whole.rows(`update account set is_demonstration = (username = 'administrator')`);
  });

  const signedIn = async (person: Person, code?: string): Promise<Visitor> => {
    const visitor = whole.visitor();
    const answer = await visitor.signIn(person, { password: PASSWORD, code });
    if (answer.status !== 201) throw new Error(answer.text);
    return visitor;
  };
  /** The code of the app in a half minute that no code was used in. */
  const codeOf = (secret: string): string => {
    whole.later((ahead += 2 * HALF_MINUTE));
    return new TOTP({ secret }).generate({ timestamp: Date.now() + ahead });
  };
  const begin = async (visitor: Visitor) => (await visitor.put('/api/account/second-factor', undefined)).json<NewSecondFactor>();
  const confirm = (visitor: Visitor, code: string) => visitor.post('/api/account/second-factor/confirmation', { code });
  const own = async (visitor: Visitor) => (await visitor.get('/api/account/sign-in')).json<OwnSignIn>();
  /** Somebody with a second factor, and what they wrote down. */
  const withFactor = async (person: Person) => {
    const visitor = await signedIn(person);
    const { secret } = await begin(visitor);
    const { recoveryCodes } = (await confirm(visitor, codeOf(secret))).json<RecoveryCodes>();
    return { visitor, secret, recoveryCodes };
  };
  const lastEvent = async () => {
    const [last] = await whole.rows<{ payload: string }>(
      'select payload from audit_event a join record r on r.id = a.record_id order by r.seq desc limit 1',
    );
    return JSON.parse(last?.payload ?? '{}') as { action: string; facts: Record<string, unknown> };
  };

  describe('is set up', () => {
    it('by a first code of the app, and from then on asked for beside the password', async () => {
      const { secret, visitor } = await withFactor('politician');
      expect((await own(visitor)).secondFactor).toEqual(
        jasmine.objectContaining({ since: jasmine.any(String), recoveryCodesLeft: 10, isRequired: false, isExempt: false }),
      );
      expect(coded(await whole.visitor().signIn('politician', PASSWORD))).toEqual([401, 'session.code-needed']);
      expect(coded(await whole.visitor().signIn('politician', { password: 'fel lösenord', code: codeOf(secret) }))).toEqual([
        401,
        'session.wrong-credentials',
      ]);
      const answer = await whole.visitor().signIn('politician', { password: PASSWORD, code: codeOf(secret) });
      expect(answer.status).toBe(201);
      expect(answer.json<SessionView>().needsSecondFactor).toBeFalse();
      expect((await lastEvent()).facts).toEqual({ secondFactor: 'app' });
    });

    it('not before the app is proven to know the secret', async () => {
      const visitor = await signedIn('politician');
      await begin(visitor);
      expect(coded(await confirm(visitor, '000000'))).toEqual([422, 'second-factor.wrong-code']);
      expect((await own(visitor)).secondFactor.since).toBeUndefined();
      expect((await whole.visitor().signIn('politician', PASSWORD)).status).toBe(201);
    });

    it('once: not over one that is there, and not without having begun', async () => {
      expect(coded(await confirm(await signedIn('critic'), '123456'))).toEqual([422, 'second-factor.none']);
      const { visitor, secret } = await withFactor('critic');
      expect(coded(await visitor.put('/api/account/second-factor', undefined))).toEqual([422, 'second-factor.exists']);
      expect(coded(await confirm(visitor, codeOf(secret)))).toEqual([422, 'second-factor.exists']);
    });

    it('anew when the secret was lost on the way to the app', async () => {
      const visitor = await signedIn('critic');
      const [lost, kept] = [await begin(visitor), await begin(visitor)];
      expect(coded(await confirm(visitor, codeOf(lost.secret)))).toEqual([422, 'second-factor.wrong-code']);
      expect((await confirm(visitor, codeOf(kept.secret))).status).toBe(200);
    });

    it('and ends every other session of the account', async () => {
      const before = await signedIn('neighbour');
      const { visitor } = await withFactor('neighbour');
      expect([(await before.get('/api/session')).status, (await visitor.get('/api/session')).status]).toEqual([401, 200]);
      expect((await lastEvent()).action).toBe('account.set-up-second-factor');
    });
  });

  describe('takes a code', () => {
    it('of the app once', async () => {
      const { secret } = await withFactor('partner');
      const code = codeOf(secret);
      expect((await whole.visitor().signIn('partner', { password: PASSWORD, code })).status).toBe(201);
      expect(coded(await whole.visitor().signIn('partner', { password: PASSWORD, code }))).toEqual([401, 'session.wrong-code']);
    });

    it('of two who send the same at once from one of them', async () => {
      const { secret } = await withFactor('partner');
      const code = codeOf(secret);
      const answers = await Promise.all([1, 2, 3].map(() => whole.visitor().signIn('partner', { password: PASSWORD, code })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    });

    it('from paper once, however it is typed, and tells how many are left', async () => {
      const { recoveryCodes } = await withFactor('partner');
      const [code = ''] = recoveryCodes;
      const visitor = await signedIn('partner', ` ${code.toUpperCase().replaceAll('-', ' ')} `);
      expect((await own(visitor)).secondFactor.recoveryCodesLeft).toBe(9);
      expect((await lastEvent()).facts).toEqual({ secondFactor: 'recovery' });
      expect(coded(await whole.visitor().signIn('partner', { password: PASSWORD, code }))).toEqual([401, 'session.wrong-code']);
    });

    it('of nobody else', async () => {
      const [mine, theirs] = [await withFactor('partner'), await withFactor('critic')];
      for (const code of [codeOf(theirs.secret), theirs.recoveryCodes[0] ?? '', '', '1'.repeat(40)].filter(Boolean))
        expect(coded(await whole.visitor().signIn('partner', { password: PASSWORD, code }))).toEqual([401, 'session.wrong-code']);
      expect((await whole.visitor().signIn('partner', { password: PASSWORD, code: mine.recoveryCodes[0] })).status).toBe(201);
    });

    it('so and so often: then it says for how long not, also for the right one, but not to a browser that the account knows', async () => {
      const { secret, recoveryCodes } = await withFactor('strategist');
      const known = await whole.visitor('10.0.0.7').signIn('strategist', { password: PASSWORD, code: recoveryCodes[0] });
      const cookie = (known.headers['set-cookie'] as string[]).map((one) => one.split(';')[0]).join('; ');
      for (let from = 1; from <= 8; from++) {
        expect(coded(await whole.visitor(`10.4.0.${from}`).signIn('strategist', { password: PASSWORD, code: '000000' }))).toEqual([
          401,
          'session.wrong-code',
        ]);
        await whole.rows(`delete from sign_in_attempt where key not like 'code%'`);
      }
      const refused = await whole.visitor().signIn('strategist', { password: PASSWORD, code: codeOf(secret) });
      expect(coded(refused)).toEqual([429, 'session.code-throttled']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
      expect((await whole.visitor('10.0.0.7').signIn('strategist', { password: PASSWORD, code: codeOf(secret) }, { cookie })).status).toBe(
        201,
      );
      expect((await whole.visitor().signIn('politician', PASSWORD)).status)
        .withContext('nor anyone else')
        .toBe(201);
    });
  });

  it('that is wrong stands in the trail', async () => {
    await withFactor('critic');
    await whole.visitor().signIn('critic', { password: PASSWORD, code: '000000' });
    expect(await lastEvent()).toEqual(jasmine.objectContaining({ action: 'session.refuse', facts: { secondFactor: 'wrong' } }));
  });

  describe('is turned off', () => {
    const turnOff = (visitor: Visitor, password: string, code: string) =>
      visitor.post('/api/account/second-factor/removal', { password, code });

    it('with the password and a code, by whom it belongs to', async () => {
      const { visitor, secret } = await withFactor('both');
      expect(coded(await turnOff(visitor, 'fel lösenord', codeOf(secret)))).toEqual([422, 'password.wrong']);
      expect(coded(await turnOff(visitor, PASSWORD, '000000'))).toEqual([422, 'second-factor.wrong-code']);
      expect((await turnOff(visitor, PASSWORD, codeOf(secret))).status).toBe(204);
      expect((await lastEvent()).action).toBe('account.turn-off-second-factor');
      expect((await whole.visitor().signIn('both', PASSWORD)).status).toBe(201);
      expect((await own(visitor)).secondFactor.recoveryCodesLeft).toBe(0);
      expect(coded(await turnOff(visitor, PASSWORD, '000000'))).toEqual([422, 'second-factor.none']);
    });

    it('by an administrator for somebody who lost their telephone, whose sessions end', async () => {
      const { visitor } = await withFactor('both');
      await whole.app.get(ResetSecondFactor).reset(OPERATOR, 'Both');
      expect((await visitor.get('/api/session')).status).toBe(401);
      expect((await lastEvent()).action).toBe('account.reset-second-factor');
      expect((await whole.visitor().signIn('both', PASSWORD)).status).toBe(201);
      await expectAsync(whole.app.get(ResetSecondFactor).reset(OPERATOR, 'both')).toBeRejectedWithError('second-factor.none');
    });
  });

  describe('of an administrator', () => {
    const asOwn = () => whole.rows(`update account set is_demonstration = false where username = 'administrator'`);

    it('is asked for at the next sign-in, and until it is there nothing else can be done', async () => {
      const before = await signedIn('administrator');
      await asOwn();
      expect((await before.get('/api/admin/maskings')).status)
        .withContext('a session of before goes on')
        .toBe(200);
      const visitor = await signedIn('administrator');
      expect((await visitor.get('/api/session')).json<SessionView>().needsSecondFactor).toBeTrue();
      expect((await own(visitor)).secondFactor.isRequired).toBeTrue();
      const closed = [
        await visitor.get('/api/overview'),
        await visitor.get('/api/admin/maskings'),
        await visitor.put('/api/account/password', { current: PASSWORD, next: 'ett annat lösenord' }),
      ];
      for (const answer of closed) expect(coded(answer)).toEqual([403, 'session.second-factor-required']);
      expect((await visitor.get('/api/start')).status)
        .withContext('what is public stays so')
        .toBe(200);
      const { secret } = await begin(visitor);
      expect((await confirm(visitor, codeOf(secret))).status).toBe(200);
      expect((await visitor.get('/api/overview')).status).toBe(200);
    });

    it('leads back there when it is turned off, in every session', async () => {
      await asOwn();
      const { visitor, secret } = await withFactor('administrator');
      const other = await signedIn('administrator', codeOf(secret));
      await visitor.post('/api/account/second-factor/removal', { password: PASSWORD, code: codeOf(secret) });
      for (const one of [visitor, other]) expect(coded(await one.get('/api/overview'))).toEqual([403, 'session.second-factor-required']);
    });

    it('can be signed out of without', async () => {
      await asOwn();
      expect((await (await signedIn('administrator')).delete('/api/session')).status).toBe(204);
    });

    it('of the demonstration is not asked for, and it is said so', async () => {
      const visitor = await signedIn('administrator');
      expect((await own(visitor)).secondFactor).toEqual({ recoveryCodesLeft: 0, isRequired: false, isExempt: true });
      expect((await visitor.get('/api/overview')).status).toBe(200);
    });
  });

  describe('is kept', () => {
    it('encrypted, with a key that only the program may read and that is not in the database', async () => {
      const { secret } = await withFactor('reporter');
      const { dataDir } = whole.app.get(Settings).config;
      const path = join(dataDir, 'second-factor.key');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      const [row] = await whole.rows<{ row: string }>(`select encode(sealed_secret, 'hex') as row from second_factor`);
      const plain = Buffer.from(new TOTP({ secret }).secret.bytes).toString('hex');
      expect(row?.row).toHaveSize(2 * (12 + 16 + 20));
      expect(row?.row).not.toContain(plain);
    });

    it('so that it opens for nobody else', async () => {
      const { secret } = await withFactor('reporter');
      await withFactor('colleague');
      await whole.rows(`
        update second_factor set sealed_secret = (select sealed_secret from second_factor where account_id = (select id from account where username = 'reporter'))
         where account_id = (select id from account where username = 'colleague')`);
      expect(coded(await whole.visitor().signIn('colleague', { password: PASSWORD, code: codeOf(secret) }))).toEqual([
        401,
        'session.wrong-code',
      ]);
    });

    it('in no trail and no answer but the first', async () => {
      const { secret, recoveryCodes, visitor } = await withFactor('reporter');
      const trail = await whole.rows<{ payload: string }>('select payload from audit_event');
      const said = [...trail.map(({ payload }) => payload), (await visitor.get('/api/account/sign-in')).text].join('\n');
      for (const word of [secret, ...recoveryCodes]) expect(said).not.toContain(word);
      const stored = await whole.rows<{ row: string }>('select recovery_code::text as row from recovery_code');
      for (const code of recoveryCodes) expect(stored.some(({ row }) => row.includes(Buffer.from(code).toString('hex')))).toBeFalse();
    });
  });
});
