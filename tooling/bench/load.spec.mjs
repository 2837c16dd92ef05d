import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSide } from './load.mjs';
import { startHelper } from './processes.mjs';

/** A server that remembers what it was asked. */
async function listening(answer) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => answer(request, response));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { asked, url: `http://127.0.0.1:${server.address().port}`, stop: () => (server.closeAllConnections(), server.close()) };
}

describe('waiting for one answer after the other', () => {
  let load;
  let server;
  beforeAll(async () => {
    load = await startHelper('load-process.mjs', { kind: 'ready' });
    server = await listening((request, response) =>
      setTimeout(() => response.writeHead(request.url.startsWith('/borta') ? 404 : 200).end('sluss'), 20),
    );
  });
  afterAll(async () => {
    await load.stop();
    server.stop();
  });
  const wait = (path, more = {}) => load.ask({ kind: 'wait', url: `${server.url}${path}`, headers: {}, count: 3, status: 200, ...more });

  it('takes as long as the answers do', async () => {
    const { perSecond, p50, answers } = await wait('/');
    expect(answers).toBe(3);
    expect(p50).toBeGreaterThanOrEqual(19);
    expect(perSecond).toBeLessThanOrEqual(1000 / 19);
  });

  it('asks nothing before every publication is told, where that is wanted', async () => {
    server.asked.length = 0;
    await expectAsync(wait('/sida', { outdate: 'postgres://127.0.0.1:1/ingen' })).toBeRejectedWithError(/ECONNREFUSED/);
    expect(server.asked).toEqual([]);
  });

  it('wants the status that was named', async () => {
    expect((await wait('/borta', { status: 404 })).answers).toBe(3);
    await expectAsync(wait('/borta')).toBeRejectedWithError(/answered 404/);
    await expectAsync(wait('/', { count: 1_000_000 })).toBeRejectedWithError(/bounded/);
  });

  it('counts processor time for each answer, of the server and of the database beside it', async () => {
    const side = loadSide({
      load,
      pid: process.pid,
      databasePid: load.pid,
      order: { kind: 'wait', url: server.url, headers: {}, count: 5, status: 200 },
    });
    const { cpuMs, databaseMs, busy } = await side({ isWarmUp: false });
    if (process.platform !== 'linux') return expect(cpuMs).toBeNaN();
    for (const each of [cpuMs, databaseMs, busy]) expect(each).toBeGreaterThanOrEqual(0);
  });
});

describe('people at work', () => {
  let server;
  let isAway;
  beforeEach(async () => {
    isAway = false;
    let drafts = 0;
    server = await listening((request, response) => {
      if (isAway) return response.writeHead(503).end();
      if (request.method === 'POST') return response.writeHead(201).end(JSON.stringify({ id: `e${++drafts}`, version: 1 }));
      if (request.method === 'PUT') return response.end(JSON.stringify({ version: Number(request.headers['if-match'].slice(1, -1)) + 1 }));
      return response.writeHead(request.url === '/fel' ? 500 : 200).end('sluss');
    });
  });
  afterEach(() => server.stop());

  const withPeople = async (reads, work) => {
    const people = await startHelper('people-process.mjs', {
      url: server.url,
      officials: [{}, {}],
      indicator: 'matt-1',
      period: '2026-Q1',
      reads,
    });
    try {
      return await work(people);
    } finally {
      await people.stop();
    }
  };

  it('begin a draft each, save and read at their own pace, and tell what they met since they were asked', async () => {
    const [first, second] = await withPeople(['/a', '/b'], async (people) => {
      await sleep(1200);
      const met = await people.ask('report');
      isAway = true;
      await sleep(700);
      return [met, await people.ask('report')];
    });
    expect(server.asked.filter((line) => line === 'POST /api/entries').length).toBe(2);
    expect(new Set(server.asked.filter((line) => line.startsWith('PUT')))).toEqual(new Set(['PUT /api/entries/e1', 'PUT /api/entries/e2']));
    expect(first.saves).toBeGreaterThanOrEqual(2);
    expect([first.reads > 4, first.refused, first.p99 > 0, first.slowestSave > 0]).toEqual([true, 0, true, true]);
    expect(second.refused).toBeGreaterThan(2);
  });

  it('do not count a failure as an answer', async () => {
    await withPeople(['/fel'], async (people) => {
      await sleep(300);
      await expectAsync(people.ask('report')).toBeRejectedWithError(/fel answered 500/);
    });
  });
});
