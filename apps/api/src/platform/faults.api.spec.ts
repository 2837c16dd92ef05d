import { randomUUID } from 'node:crypto';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { begin, entryIn, Quarters } from '../testing/entry-desk.js';
import { INSTALLATION } from '../testing/installation.js';
import { migrateOffice, PASSWORD } from '../testing/office.js';
import { Visitor, type Answer } from '../testing/visitor.js';
import { takeConnections, wholeApplication, type WholeApplication } from '../testing/whole-application.js';
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
    const [answer, took] = await timed(begin(reporter, '1700-Q1', {}, key));
    expect(unavailable(answer)).toEqual(UNAVAILABLE);
    expect(took).toBeLessThan(2000);
    await letGo();
    expect((await begin(reporter, '1700-Q1', {}, key)).status).toBe(201);
  });

  it('the process still says that it lives', async () => {
    await takeAll();
    expect((await whole.visitor().get('/live')).status).toBe(200);
  });
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
