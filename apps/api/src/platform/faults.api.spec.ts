import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { begin, entryIn, Quarters } from '../testing/entry-desk.js';
import { INSTALLATION } from '../testing/installation.js';
import { migrateOffice, PASSWORD } from '../testing/office.js';
import { Visitor, type Answer } from '../testing/visitor.js';
import { takeConnections, wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { DataSource } from 'typeorm';
import { Scratch } from '@slusen/embedded-postgres/testing';

const unavailable = ({ status, problem, headers }: Answer) => [status, problem.code, headers['retry-after']];
const UNAVAILABLE = [503, 'service.unavailable', '5'];

describe('with every connection taken', () => {
  let whole: WholeApplication;
  let letGo = async (): Promise<void> => {};
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  afterEach(() => letGo());

  const takeAll = async (): Promise<void> => {
    letGo = await takeConnections(whole.app);
  };
  const timed = async (work: Promise<Answer>): Promise<[Answer, number]> => {
    const since = performance.now();
    return [await work, performance.now() - since];
  };

  for (const url of ['/api/start', '/api/tasks']) {
    it(`${url} answers 503 within two seconds, and works again when one is free`, async () => {
      const reporter = await whole.as('reporter');
      await takeAll();
      const [answer, took] = await timed(reporter.get(url));
      expect(unavailable(answer)).toEqual(UNAVAILABLE);
      expect(took).toBeLessThan(2000);
      await letGo();
      expect((await reporter.get(url)).status).toBe(200);
    });
  }

  it('a change is refused, and is there once when it is sent again', async () => {
    const reporter = await whole.as('reporter');
    const key = { 'idempotency-key': randomUUID() };
    await takeAll();
    const [answer, took] = await timed(begin(reporter, '1900-Q1', {}, key));
    expect(unavailable(answer)).toEqual(UNAVAILABLE);
    expect(took).toBeLessThan(2000);
    await letGo();
    expect((await begin(reporter, '1900-Q1', {}, key)).status).toBe(201);
  });

  it('the process still says that it lives', async () => {
    await takeAll();
    expect((await whole.visitor().get('/live')).status).toBe(200);
  });
});

describe('with a database that says nothing any more', () => {
  const scratch = new Scratch();
  let app: Awaited<ReturnType<typeof createApplication>>;
  let processes: number[] = [];
  let reporter: Visitor;
  /** A process of the database whose connection was let go of ends as soon as it may run again. */
  const all = (signal: NodeJS.Signals): void =>
    processes.forEach((pid) => {
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    });

  beforeAll(async () => {
    const folder = await scratch.folder();
    const server = await scratch.start(folder);
    await migrateOffice(server.ownerUrl);
    app = await createApplication(readConfig({ ...INSTALLATION, LOG_LEVEL: 'silent' }), server.appUrl);
    await app.getHttpAdapter().getInstance().ready();
    reporter = new Visitor(app);
    expect((await reporter.signIn('reporter', PASSWORD)).status).toBe(201);
    const backends = await app.get(DataSource).query<{ pid: number }[]>('select pid from pg_stat_activity');
    const postmaster = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    processes = [postmaster, ...backends.map(({ pid }) => pid)];
  }, 120_000);
  afterAll(async () => {
    all('SIGCONT');
    await app.close();
    await scratch.clear();
  }, 60_000);
  afterEach(() => all('SIGCONT'));

  it('answers 503 within three seconds, whatever is asked and whoever asks, and is back by itself', async () => {
    const asked: readonly (() => Promise<Answer>)[] = [
      ...['/ready', '/api/start', '/api/indicators/folkmangd', '/api/tasks', '/api/session'].map((url) => () => reporter.get(url)),
      () => begin(reporter, '1901-Q1'),
      () => new Visitor(app).signIn('reporter', PASSWORD),
      () => reporter.delete('/api/session'),
    ];
    all('SIGSTOP');
    for (let round = 0; round < 2; round++) {
      const since = performance.now();
      for (const answer of await Promise.all(asked.map((ask) => ask()))) expect(unavailable(answer)).toEqual(UNAVAILABLE);
      expect(performance.now() - since).toBeLessThan(3000);
    }
    all('SIGCONT');
    expect((await reporter.get('/api/tasks')).status).toBe(200);
    expect((await begin(reporter, '1901-Q1')).status).toBe(201);
  }, 30_000);
});

describe('with the database gone', () => {
  const scratch = new Scratch();
  const quarters = new Quarters();
  afterAll(() => scratch.clear(), 60_000);

  it('answers 503 with Retry-After, loses nothing it acknowledged, and is back by itself', async () => {
    const server = await scratch.start(await scratch.folder());
    await migrateOffice(server.ownerUrl);
    const app = await createApplication(readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION }), server.appUrl);
    await app.getHttpAdapter().getInstance().ready();
    const reporter = new Visitor(app);
    expect((await reporter.signIn('reporter', PASSWORD)).status).toBe(201);
    const acknowledged: string[] = [];
    const record = async (): Promise<Answer> => {
      const answer = await begin(reporter, quarters.next());
      if (answer.status === 201) acknowledged.push(entryIn(answer).id);
      return answer;
    };
    await record();

    process.kill(server.pid!, 'SIGKILL');
    const since = performance.now();
    const seen = new Set<number>();
    for (let back = 0; back < 2 && performance.now() - since < 20_000;) {
      for (const answer of [await record(), await reporter.get('/api/start'), await reporter.get('/ready')]) {
        seen.add(answer.status);
        if (answer.status === 503) expect(unavailable(answer)).toEqual(UNAVAILABLE);
      }
      back = (await reporter.get('/ready')).status === 200 && acknowledged.length > 1 ? back + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect([...seen].sort()).toEqual([200, 201, 503]);
    expect(performance.now() - since).toBeLessThan(15_000);
    for (const id of acknowledged) expect((await reporter.get(`/api/entries/${id}`)).status).toBe(200);
    await app.close();
  }, 90_000);
});
