import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SetUpView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { DataSource } from 'typeorm';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { migrate } from '../data-source.js';
import { setUpSecondFactor } from '../testing/second-factor.js';
import { Visitor, type Answer } from '../testing/visitor.js';
import { wholeApplication } from '../testing/whole-application.js';
import { FirstCode } from './first-code.js';
import { SetUpQuery } from './set-up.query.js';

const FIRST = { name: 'Eva Norrby', username: 'eva', password: 'ett långt lösenord' };

describe('the first start of an installation', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    database = await testDatabase({ migrate });
    app = await createApplication(readConfig({ LOG_LEVEL: 'silent', DEMO: '0', DATA_DIR: '/nowhere' }), database.appUrl);
    await app.getHttpAdapter().getInstance().ready();
  }, 120_000);
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const codes = (): FirstCode => app.get(FirstCode, { strict: false });
  const needs = async (): Promise<string> => (await new Visitor(app).get('/api/set-up')).json<SetUpView>().needs;
  const make = (code: string | undefined, more: object = {}, who = new Visitor(app)): Promise<Answer> =>
    who.post('/api/set-up/administrator', { ...FIRST, code, ...more });
  const administrators = async (): Promise<number> => {
    const rows: object[] = await app.get(DataSource).query(`select from account_role where role = 'administrator'`);
    return rows.length;
  };

  it('goes from the code to an administrator, to whose it is, to a strategy', async () => {
    expect(await needs()).toBe('administrator');
    const code = await codes().renew();
    expect((await make(code?.toLowerCase().replaceAll('-', ' '))).json<SetUpView>()).toEqual({ needs: 'municipality' });
    const eva = new Visitor(app);
    expect((await eva.signIn('eva', FIRST.password)).status).toBe(201);
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() };
    const early = await eva.put('/api/admin/settings', { municipality: 'Hultsfreds kommun', code: '0860' }, headers);
    expect(early.problem.code).toBe('session.second-factor-required');
    await setUpSecondFactor(eva);
    expect((await eva.put('/api/admin/settings', { municipality: 'Hultsfreds kommun', code: '0860' }, headers)).status).toBe(200);
    expect(await needs()).toBe('strategy');
    expect(await codes().renew()).toBeUndefined();
  });

  it('leads every page to the set-up until there is somebody and it is somebody’s, and never again', async () => {
    const query = app.get(SetUpQuery, { strict: false });
    expect(await query.leads()).toBeTrue();
    await make(await codes().renew());
    expect(await query.leads()).toBeTrue();
    const eva = new Visitor(app);
    await eva.signIn('eva', FIRST.password);
    await setUpSecondFactor(eva);
    await eva.put(
      '/api/admin/settings',
      { municipality: 'Hultsfreds kommun', code: '0860' },
      { 'if-match': '"0"', 'idempotency-key': randomUUID() },
    );
    expect(await query.leads()).toBeFalse();
  });

  it('makes one administrator of ten who send the code at once', async () => {
    const code = await codes().renew();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => make(code, { username: `eva-${i}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(await administrators()).toBe(1);
  });

  it('takes the code once, and the newest one only', async () => {
    const [old, code] = [await codes().renew(), await codes().renew()];
    expect((await make(old)).problem.code).toBe('set-up.wrong-code');
    expect((await make(code)).status).toBe(201);
    for (const one of [old, code]) expect((await make(one, { username: 'adam' })).problem.code).toBe('set-up.has-administrator');
    expect(await administrators()).toBe(1);
  });

  it('takes no code before one was printed, nor a wrong one, and stores nothing of it', async () => {
    expect((await make('0000-0000-0000-0000')).problem.code).toBe('set-up.wrong-code');
    await codes().renew();
    for (const code of ['', '0000-0000-0000-0000', ' ', '%'])
      expect([400, 403])
        .withContext(code)
        .toContain((await make(code)).status);
    expect(await app.get(DataSource).query('select from account')).toEqual([]);
  });

  it('keeps the code when something else is wrong, so that it can be mended', async () => {
    const code = await codes().renew();
    expect((await make(code, { password: 'kort' })).problem.errors?.[0]).toEqual(
      jasmine.objectContaining({ path: 'password', message: 'password.too-short' }),
    );
    expect((await make(code)).status).toBe(201);
  });

  it('slows guessing down, from one address and from many', async () => {
    await codes().renew();
    const guesser = new Visitor(app);
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess++) statuses.push((await make('0000-0000-0000-0000', {}, guesser)).status);
    expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 403));
    expect(statuses.at(-1)).toBe(429);
  });

  it('keeps of the code its hash alone, and tells the trail who made the account: whoever runs the server', async () => {
    const code = await codes().renew();
    const [kept]: { sha256: Buffer }[] = await app.get(DataSource).query('select sha256 from set_up_code');
    expect([kept?.sha256.length, kept?.sha256.toString('latin1').includes(String(code))]).toEqual([32, false]);
    await make(code);
    expect(await app.get(DataSource).query('select from set_up_code')).toEqual([]);
    const [event]: { payload: string }[] = await app
      .get(DataSource)
      .query(`select payload from audit_event where payload like '%account.create%'`);
    expect(JSON.parse(event!.payload)).toEqual(
      jasmine.objectContaining({
        by: null,
        facts: jasmine.objectContaining({ roles: [{ role: 'administrator' }, { role: 'strategist' }] }),
      }),
    );
    expect(event!.payload).not.toContain('Norrby');
  });
});

describe('an installation that has what it needs', () => {
  it('says so, prints no code, and leads no page anywhere', async () => {
    const whole = await wholeApplication();
    expect((await whole.visitor().get('/api/set-up')).json<SetUpView>()).toEqual({ needs: 'nothing' });
    expect(await whole.app.get(FirstCode, { strict: false }).renew()).toBeUndefined();
    expect(await whole.app.get(SetUpQuery, { strict: false }).leads()).toBeFalse();
    await whole.close();
  }, 120_000);

  it('prints a code once the role of its last administrator is over', async () => {
    const whole = await wholeApplication();
    const code = async (until: string) => {
      await whole.rows(`update account_role set valid_to = $1 where role = 'administrator'`, [until]);
      return whole.app.get(FirstCode, { strict: false }).renew();
    };
    expect(await code('2999-12-31')).toBeUndefined();
    expect(await code('2020-12-31')).toMatch(/^\w{4}-/);
    await whole.close();
  }, 120_000);

  it('leads no page away though nobody administers it, when there is a strategy to show', async () => {
    const whole = await wholeApplication();
    await whole.rows(`delete from account_role where role = 'administrator'`);
    expect((await whole.visitor().get('/api/set-up')).json<SetUpView>()).toEqual({ needs: 'administrator' });
    expect(await whole.app.get(SetUpQuery, { strict: false }).leads()).toBeFalse();
    await whole.close();
  }, 120_000);
});
