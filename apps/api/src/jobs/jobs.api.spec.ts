import type { GivenUpJobList } from '@slusen/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { Transactions } from '../platform/transactions.js';
import { INSTALLATION } from '../testing/installation.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Jobs } from './jobs.js';
import { prepareJobs } from './prepare-jobs.js';

const JOBS = '/api/admin/jobs';

describe('a job', () => {
  let whole: WholeApplication;
  let other: NestFastifyApplication;
  /** Which of the two processes did what, in order. */
  let done: [process: number, email: string][];
  /** What goes wrong with jobs of this address. */
  const poison = new Map<string, string>();
  beforeAll(async () => {
    whole = await wholeApplication();
    other = await createApplication(readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION }), whole.database.appUrl);
    for (const [at, app] of [whole.app, other].entries()) {
      const jobs = app.get(Jobs);
      jobs.handle('password.reset', async ({ email }) => {
        done.push([at, email]);
        await sleep(20);
        const fault = poison.get(email);
        if (fault) throw new Error(fault);
      });
      await jobs.begin();
    }
  }, 120_000);
  afterAll(async () => {
    await other.close();
    await whole.close();
  });
  beforeEach(async () => {
    done = [];
    // Given up after two attempts at once, instead of nine in two hours.
    await whole.rows(`update pgboss.queue set retry_limit = 1, retry_delay = 0, retry_backoff = false where name <> 'given-up'`);
  });

  const inTransaction = <T>(work: () => Promise<T>): Promise<T> => whole.app.get(Transactions).run(work);
  const ask = (email: string): Promise<void> => inTransaction(() => whole.app.get(Jobs).ask('password.reset', { email }));
  const emails = (): string[] => done.map(([, email]) => email);
  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await isSo()); tries++) {
      if (tries > 200) throw new Error(`It never came: ${JSON.stringify(done)}`);
      await sleep(50);
    }
  }
  const givenUp = async () => (await (await whole.as('administrator')).get(JOBS)).json<GivenUpJobList>().items;
  const ready = async () => (await whole.visitor().get('/ready')).json<{ details: { jobs: object } }>().details.jobs;

  it('is done once, though two processes are there to do it', async () => {
    const wanted = Array.from({ length: 8 }, (_, at) => `p${at}@exempel.se`);
    for (const email of wanted) await ask(email);
    await until(() => done.length >= wanted.length);
    await sleep(1200);
    expect(emails().sort()).toEqual([...wanted].sort());
    expect(new Set(done.map(([process]) => process)).size).toBe(2);
  }, 30_000);

  it('that the clock asks for is done once on each occasion, though two processes ask at the same moment, and again later', async () => {
    const askAll = (occasion: string) =>
      Promise.all([whole.app, other].map((app) => app.get(Jobs).askOnce('password.reset', occasion, { email: `${occasion}@exempel.se` })));
    await askAll('first-night');
    await until(() => done.length > 0);
    await askAll('first-night');
    await askAll('next-night');
    await until(() => done.length > 1);
    await sleep(1200);
    expect(emails()).toEqual(['first-night@exempel.se', 'next-night@exempel.se']);
  }, 30_000);

  it('is there when its transaction is committed, not before, and never when that is undone', async () => {
    const undone = inTransaction(async () => {
      await whole.app.get(Jobs).ask('password.reset', { email: 'undone@exempel.se' });
      await sleep(1500);
      throw new Error('No');
    });
    await expectAsync(undone).toBeRejectedWithError('No');
    await inTransaction(async () => {
      await whole.app.get(Jobs).ask('password.reset', { email: 'late@exempel.se' });
      await sleep(1500);
      expect(emails()).toEqual([]);
    });
    await until(() => done.length > 0);
    expect(emails()).toEqual(['late@exempel.se']);
  }, 30_000);

  it('is asked for in a transaction or not at all', async () => {
    await expectAsync(whole.app.get(Jobs).ask('password.reset', { email: 'x' })).toBeRejectedWithError(/in the transaction/);
  });

  it('that fails at every attempt is given up and seen, and is tried again when an administrator says so', async () => {
    expect(await ready()).toEqual({ state: 'running', failed: '0' });
    poison.set('gift@exempel.se', 'The mail server is on fire');
    await ask('gift@exempel.se');
    await until(async () => (await givenUp()).length > 0);
    const [job] = await givenUp();
    expect(job).toEqual(
      jasmine.objectContaining({ kind: 'password.reset', attempts: 2, problem: 'The mail server is on fire', id: jasmine.any(String) }),
    );
    expect(emails()).toEqual(['gift@exempel.se', 'gift@exempel.se']);
    expect(await ready()).toEqual({ state: 'running', failed: '1' });
    const attempt = async () => (await (await whole.as('administrator')).post(`${JOBS}/${job!.id}/attempts`, undefined)).status;
    poison.clear();
    expect(await attempt()).toBe(204);
    await until(() => done.length === 3);
    expect(await givenUp()).toEqual([]);
    expect(await attempt())
      .withContext('a second time')
      .toBe(404);
    const [event] = await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    expect(JSON.parse(event!.payload)).toEqual(jasmine.objectContaining({ action: 'job.try-again', subject: `job:${job!.id}` }));
  }, 30_000);

  it('is nothing that others than administrators see', async () => {
    for (const person of ['strategist', 'reviewer', 'nobody'] as const) expect((await (await whole.as(person)).get(JOBS)).status).toBe(403);
    expect((await whole.visitor().get(JOBS)).status).toBe(401);
  });

  it('has its tables of the owner, who makes them again without harm; the program makes none', async () => {
    await prepareJobs(whole.database.ownerUrl);
    const rights = await whole.rows<{ creates: boolean; owns: number }>(`
      select has_schema_privilege('slusen_app', 'pgboss', 'CREATE') as creates,
             (select count(*)::int from pg_class where relnamespace = 'pgboss'::regnamespace and relowner = 'slusen_app'::regrole) as owns`);
    expect(rights).toEqual([{ creates: false, owns: 0 }]);
    const queues = await whole.rows<{ name: string }>('select name from pgboss.queue where dead_letter is null order by 1');
    expect(queues).toEqual([{ name: 'given-up' }]);
  });
});
