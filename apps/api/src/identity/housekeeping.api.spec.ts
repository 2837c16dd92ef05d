import { Clock } from '../platform/clock.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Housekeeping } from './housekeeping.js';

const SESSIONS = `select last_seen_at from session order by last_seen_at`;

const NOTHING = { answers: 0, sessions: 0, attempts: 0, trips: 0, mails: 0, links: 0, texts: 0 };

describe('housekeeping', () => {
  let whole: WholeApplication;
  let account: string;
  beforeAll(async () => {
    whole = await wholeApplication();
    account = (await whole.rows<{ id: string }>(`select id from account where username = 'reporter'`))[0]?.id ?? '';
  }, 120_000);
  afterAll(() => whole.close());
  beforeEach(() => whole.rows('delete from session; delete from sign_in_attempt'));

  const tidy = () => whole.app.get(Housekeeping, { strict: false }).tidy();
  /** Ages as PostgreSQL writes intervals. */
  const session = (seenAgo: string, expiresIn: string) =>
    whole.rows(
      `insert into session (token_hash, account_id, created_at, last_seen_at, expires_at)
       values (sha256(random()::text::bytea), $1, now() - interval '13 hours', now() - $2::interval, now() + $3::interval)`,
      [account, seenAgo, expiresIn],
    );

  it('removes sessions that are idle for 30 minutes or past their end, and no other', async () => {
    await session('29 minutes', '1 hour');
    await session('31 minutes', '1 hour');
    await session('1 minute', '-1 second');
    await session('1 minute', '1 minute');
    expect(await tidy()).toEqual({ ...NOTHING, sessions: 2 });
    expect((await whole.rows(SESSIONS)).length).toBe(2);
  });

  it('leaves those alone who are at work', async () => {
    const reviewer = await whole.as('reviewer');
    expect((await tidy())?.sessions).toBe(0);
    expect((await reviewer.get('/api/session')).status).toBe(200);
  });

  it('removes answers that were kept for 31 days', async () => {
    for (const [key, age] of [
      ['gammal-nyckel', '31 days 1 minute'],
      ['yngre-nyckel', '30 days 23 hours'],
    ] as const) {
      await whole.rows(
        `insert into idempotency_key (account_id, key, fingerprint, answer, created_at) values ($1, $2, '', '{}', now() - $3::interval)`,
        [account, key, age],
      );
    }
    expect(await tidy()).toEqual({ ...NOTHING, answers: 1 });
    expect(await whole.rows(`select key from idempotency_key where account_id = $1`, [account])).toEqual([{ key: 'yngre-nyckel' }]);
  });

  it('removes counts of attempts that are over', async () => {
    await whole.rows(
      `insert into sign_in_attempt (key, points, expire)
       select 'pair:' || ago, 8, (extract(epoch from now() - ago * interval '1 second') * 1000)::bigint from unnest(array[1, -30]) ago`,
    );
    expect((await tidy())?.attempts).toBe(1);
    expect(await whole.rows('select key from sign_in_attempt')).toEqual([{ key: 'pair:-30' }]);
  });

  it('forgets what a mail says whose link is over, and after 90 days that there was one', async () => {
    const [inAnHour, anHourAgo] = [`interval '1 hour'`, `interval '-1 hour'`];
    for (const [subject, useful, age] of [
      ['gäller', inAnHour, '1 day'],
      ['slut', anHourAgo, '89 days'],
      ['gammalt', anHourAgo, '90 days 1 minute'],
    ] as const)
      await whole.rows(
        `insert into mail (kind, account_id, address, subject, text, created_at, useful_until)
         values ('reset', $1, 'a@exempel.se', $2, 'hemligt', now() - $3::interval, now() + ${useful})`,
        [account, subject, age],
      );
    for (const [hash, ending] of [
      ['gammal', null],
      ['använd', 'used'],
    ] as const)
      await whole.rows(
        `insert into password_link (kind, account_id, token_hash, created_at, expires_at, ending)
         values ('invitation', $1, sha256($2::bytea), now() - interval '100 days', now() - interval '91 days', $3)`,
        [account, hash, ending],
      );
    expect(await tidy()).toEqual({ ...NOTHING, mails: 1, links: 1, texts: 1 });
    expect(await whole.rows('select subject, text from mail order by subject')).toEqual([
      { subject: 'gäller', text: 'hemligt' },
      { subject: 'slut', text: null },
    ]);
    expect(await whole.rows('select ending from password_link')).toEqual([{ ending: 'used' }]);
  });

  it('leaves the work to another process that is at it', async () => {
    await session('1 day', '-1 hour');
    const lock = `hashtext('slusen.housekeeping')`;
    await whole.rows(`select pg_advisory_lock(${lock})`);
    expect(await tidy()).toBeUndefined();
    await whole.rows(`select pg_advisory_unlock(${lock})`);
    expect((await tidy())?.sessions).toBe(1);
  });

  it('is done every hour, and no more once the application has stopped', async () => {
    jasmine.clock().install();
    try {
      const away = { run: jasmine.createSpy('run').and.rejectWith(new Error('away')) };
      const keeping = new Housekeeping(away as never, {} as never, new Clock());
      const done = spyOn(keeping, 'tidy').and.callThrough();
      spyOn(keeping['logger'], 'warn');
      keeping.onApplicationBootstrap();
      jasmine.clock().tick(2 * 60 * 60 * 1000);
      expect(done).toHaveBeenCalledTimes(2);
      await keeping.onModuleDestroy();
      jasmine.clock().tick(2 * 60 * 60 * 1000);
      expect(done).toHaveBeenCalledTimes(2);
    } finally {
      jasmine.clock().uninstall();
    }
  });
});
