import { DomainError } from '@slusen/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { INSTALLATION } from '../testing/installation.js';
import { PASSWORD } from '../testing/office.js';
import { Visitor } from '../testing/visitor.js';
import { takeConnections, wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { OPERATOR } from './account.js';
import { Passwords } from './passwords.js';
import { ResetPassword } from './reset-password.js';
import { SignInThrottle, type Attempt } from './throttle.js';

const wrong = async (): Promise<void> => {
  throw new DomainError('session.wrong-credentials');
};
const right = async (): Promise<string> => 'in';

describe('SignInThrottle', () => {
  let whole: WholeApplication;
  let throttle: SignInThrottle;
  beforeAll(async () => {
    whole = await wholeApplication();
    throttle = whole.app.get(SignInThrottle, { strict: false });
  }, 120_000);
  afterAll(() => whole.close());
  beforeEach(() => whole.rows('delete from sign_in_attempt'));

  /** What became of an attempt: the code of its refusal, or what the work answered. */
  const became = (attempt: Attempt, work: () => Promise<unknown>): Promise<unknown> =>
    throttle.attempt(attempt, work).catch((error: unknown) => (error instanceof DomainError ? error.code : error));
  const tried = (username: string, address: string, work: () => Promise<unknown> = wrong): Promise<unknown> =>
    became({ username, address }, work);
  const mistakes = async (count: number, username: string, address: string): Promise<void> => {
    for (let attempt = 1; attempt <= count; attempt++) expect(await tried(username, address)).toBe('session.wrong-credentials');
  };

  it('refuses the ninth attempt at an account within a minute, right or wrong, and says how many seconds to wait', async () => {
    await mistakes(8, 'anna', '10.0.0.1');
    const refusal = await throttle.attempt({ username: 'Anna', address: '10.0.0.1' }, right).then(fail, (error: unknown) => error);
    const { code, facts } = refusal as DomainError;
    expect(code).toBe('session.throttled');
    expect(facts['seconds']).toBeGreaterThan(40);
    expect(facts['seconds']).toBeLessThanOrEqual(60);
    expect(await tried('anna', '10.0.0.2', right)).toBe('in');
    expect(await tried('bo', '10.0.0.1', right)).toBe('in');
  });

  it('lets in again when the minute is over', async () => {
    await mistakes(8, 'anna', '10.0.0.1');
    await whole.rows('update sign_in_attempt set expire = expire - 60000');
    expect(await tried('anna', '10.0.0.1', right)).toBe('in');
  });

  it('refuses whoever tries many names from one address', async () => {
    for (let name = 1; name <= 60; name++) await mistakes(1, `namn${name}`, '10.0.0.1');
    expect(await tried('namn61', '10.0.0.1', right)).toBe('session.throttled');
    expect(await tried('namn61', '10.0.0.2', right)).toBe('in');
  });

  describe('of an account that many guess at from everywhere', () => {
    const guess = async (username: string): Promise<void> => {
      for (let from = 1; from <= 10; from++) await mistakes(1, username, `10.1.0.${from}`);
    };

    it('slows everyone whom it does not know, for seconds, right or wrong', async () => {
      await guess('reporter');
      const refusal = await throttle.attempt({ username: 'Reporter', address: '10.2.0.1' }, right).then(fail, (error: unknown) => error);
      expect((refusal as DomainError).code).toBe('session.throttled');
      expect((refusal as DomainError).facts['seconds']).toBeLessThanOrEqual(10);
      expect(await tried('reviewer', '10.1.0.1', right))
        .withContext('another account')
        .toBe('in');
      await whole.rows('update sign_in_attempt set expire = expire - 10000');
      expect(await tried('reporter', '10.2.0.1', right))
        .withContext('ten seconds later')
        .toBe('in');
    });

    it('lets in a browser that it knows, also from the very address', async () => {
      const mark = await throttle.markFor({ username: 'reporter', address: '10.2.0.1' });
      await guess('reporter');
      for (const address of ['10.1.0.1', '10.2.0.1']) expect(await became({ username: 'REPORTER', address, mark }, right)).toBe('in');
    });

    it('gives each browser a budget of its own', async () => {
      const [here, there] = [
        await throttle.markFor({ username: 'reporter', address: '10.2.0.1' }),
        await throttle.markFor({ username: 'reporter', address: '10.2.0.1' }),
      ];
      const at = (mark: string | undefined, work = wrong) => became({ username: 'reporter', address: '10.2.0.1', mark }, work);
      for (let attempt = 1; attempt <= 8; attempt++) expect(await at(here)).toBe('session.wrong-credentials');
      expect([await at(here), await at(there, right as never)]).toEqual(['session.throttled', 'in']);
    });

    const strangers: readonly [what: string, markOf: () => Promise<string | undefined>][] = [
      ['a mark of another account', () => throttle.markFor({ username: 'reviewer', address: '10.2.0.1' })],
      ['a mark that nobody gave', async () => 'AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
      ['an empty mark', async () => '.'],
      [
        'a mark from before the password was changed',
        async () => {
          const mark = await throttle.markFor({ username: 'reporter', address: '10.2.0.1' });
          await whole.app.get(ResetPassword).reset(OPERATOR, 'reporter', PASSWORD);
          return mark;
        },
      ],
    ];
    for (const [what, markOf] of strangers) {
      it(`knows no browser by ${what}`, async () => {
        const mark = await markOf();
        await guess('reporter');
        expect(await became({ username: 'reporter', address: '10.2.0.1', mark }, right)).toBe('session.throttled');
      });
    }
  });

  it('stops nobody at a town hall whom it knows because of one who guesses there, and others for seconds', async () => {
    const mark = await throttle.markFor({ username: 'reviewer', address: '10.0.0.1' });
    for (let name = 1; name <= 60; name++) await mistakes(1, `namn${name}`, '10.0.0.1');
    expect(await became({ username: 'reviewer', address: '10.0.0.1', mark }, right)).toBe('in');
    const refusal = await throttle.attempt({ username: 'reviewer', address: '10.0.0.1' }, right).then(fail, (error: unknown) => error);
    expect((refusal as DomainError).facts['seconds']).toBeLessThanOrEqual(20);
  });

  it('lets a whole town hall behind one address come to work', async () => {
    for (let person = 1; person <= 200; person++) expect(await tried(`person${person}`, '10.0.0.1', right)).toBe('in');
    expect(await tried('person201', '10.0.0.1', right)).toBe('in');
  });

  it('forgets the mistakes before a right password, but not those at other accounts', async () => {
    await mistakes(8, 'bo', '10.0.0.1');
    await mistakes(7, 'anna', '10.0.0.1');
    expect(await tried('anna', '10.0.0.1', right)).toBe('in');
    await mistakes(8, 'anna', '10.0.0.1');
    expect(await tried('bo', '10.0.0.1', right)).toBe('session.throttled');
  });

  it('stores neither names nor addresses', async () => {
    await mistakes(1, 'anna', '10.0.0.1');
    const stored = await whole.rows<{ row: string }>('select row_to_json(a)::text as row from sign_in_attempt a');
    expect(stored).toHaveSize(3);
    for (const { row } of stored) expect(row).not.toMatch(/anna|10\.0\.0/i);
  });

  describe('with several processes on one database', () => {
    let other: NestFastifyApplication;
    const start = async (): Promise<NestFastifyApplication> => {
      const app = await createApplication(readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION }), whole.database.appUrl);
      await app.getHttpAdapter().getInstance().ready();
      return app;
    };
    beforeEach(async () => (other = await start()), 60_000);
    afterEach(() => other.close());

    const mistake = (app: NestFastifyApplication, name: string) => new Visitor(app, '10.0.0.9').signIn(name, 'gissning');

    it('counts what is tried at any of them, also at the same moment', async () => {
      const apps = [whole.app, other];
      const answers = await Promise.all(Array.from({ length: 16 }, (_, at) => mistake(apps[at % 2] ?? other, 'strategist')));
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(8).fill(401), ...Array<number>(8).fill(429)]);
    });

    it('remembers over a restart', async () => {
      for (let attempt = 1; attempt <= 8; attempt++) expect((await mistake(other, 'partner')).status).toBe(401);
      await other.close();
      other = await start();
      const refused = await new Visitor(other, '10.0.0.9').signIn('partner', PASSWORD);
      expect([refused.status, refused.problem.code]).toEqual([429, 'session.throttled']);
    });
  });

  it('lets nobody try while the database is away: 503, and no password is looked at', async () => {
    const fits = spyOn(whole.app.get(Passwords), 'fits').and.callThrough();
    const letGo = await takeConnections(whole.app);
    try {
      const answer = await whole.visitor().signIn('reporter', PASSWORD);
      expect([answer.status, answer.problem.code]).toEqual([503, 'service.unavailable']);
      expect(fits).not.toHaveBeenCalled();
    } finally {
      await letGo();
    }
    expect((await whole.visitor().signIn('reporter', PASSWORD)).status).toBe(201);
  });
});
