import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { request } from 'node:http';
import { connect } from 'node:net';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { INSTALLATION } from '../testing/installation.js';
import { migrateOffice } from '../testing/office.js';
import { collectReads } from './read-tags.js';
import { requestLogger } from './request-log.js';

type Line = Readonly<Record<string, unknown>>;

describe('the log of requests', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  let port: number;
  let lines: Line[] = [];
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateOffice });
    const log = requestLogger('info', { write: (text) => void lines.push(JSON.parse(text) as Line) });
    app = await createApplication(readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION }), database.appUrl, log);
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(() => (lines = []));

  const ask = (method: string, path: string, headers: Record<string, string> = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) =>
        answer.resume().on('end', () => resolve(answer.headers['x-request-id'])),
      )
        .on('error', reject)
        .end();
    });
  const logged = async (count = 1): Promise<Line[]> => {
    for (let tries = 0; lines.length < count && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    return lines;
  };

  const cases: readonly (readonly [method: string, asked: string, path: string, status: number])[] = [
    ['GET', '/live', '/live', 200],
    ['GET', '/api/site', '/api/site', 200],
    ['GET', '/api/indicators?q=hemligt', '/api/indicators', 200],
    ['GET', '/api/tasks', '/api/tasks', 401],
    ['GET', '/api/ingenstans', '/api/ingenstans', 404],
    ['POST', '/api/ingenstans?q=hemligt', '/api/ingenstans', 404],
    ['DELETE', '/', '/', 404],
    ['POST', '/api/session', '/api/session', 415],
    ['GET', '/api/goals/%zz', '/api/goals/%zz', 400],
    ['GET', `/api/goals/${'a'.repeat(300)}`, `/api/goals/${'a'.repeat(300)}`, 404],
  ];
  for (const [method, asked, path, status] of cases)
    it(`has one line with the id of ${method} ${asked.slice(0, 40)}, whatever became of it`, async () => {
      const id = await ask(method, asked, method === 'POST' ? { 'content-type': 'text/plain', 'content-length': '0' } : {});
      const [line, ...more] = await logged();
      expect(more).toEqual([]);
      expect(line).toEqual(jasmine.objectContaining({ reqId: id, method, path, status }));
    });

  it('has one for what is no request at all', async () => {
    await new Promise((resolve) =>
      connect(port, '127.0.0.1')
        .on('close', resolve)
        .on('data', () => undefined)
        .end('GARBAGE\r\n\r\n'),
    );
    expect((await logged()).map(({ status }) => status)).toEqual([400]);
  });

  it('never says whom a request came from, or what was searched for', async () => {
    const headers = { cookie: '__Host-slusen=hemlig', authorization: 'hemlig', 'user-agent': 'hemlig', 'x-forwarded-for': '203.0.113.9' };
    for (const path of ['/api/indicators?q=hemlig', '/api/tasks?q=hemlig', '/api/goals/%zz?q=hemlig']) await ask('GET', path, headers);
    expect(JSON.stringify(await logged(3))).not.toMatch(/hemlig|203\.0|127\.0|remote/i);
  });

  it('has none for what a page reads while it is rendered', async () => {
    // What is asked is sent once it is awaited.
    await collectReads(async () => await app.inject('/api/site'));
    await ask('GET', '/live');
    expect((await logged()).map(({ path }) => path)).toEqual(['/live']);
  });
});
