import { randomUUID } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { Problem } from '@slusen/contracts';
import { wholeApplication, type WholeApplication } from './testing/whole-application.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PUBLIC = [
  '/api/start',
  '/api/areas/leva',
  '/api/goals/fler-invanare',
  '/api/indicators',
  '/api/indicators/folkmangd',
  '/api/indicators/folkmangd/series.csv',
  '/api/actions',
  '/api/actors',
  '/api/roles',
  '/api/strategy',
  '/api/strategy/versions/1',
  '/api/strategy/comparison',
  '/api/strategy/no-longer-followed-up',
  '/api/calendar',
  '/kalender.ics',
  '/en/kalender.ics',
  '/api/history',
  '/api/site',
  '/api/openapi.json',
  '/live',
  '/ready',
];

describe('every answer', () => {
  let whole: WholeApplication;
  let port: number;
  beforeAll(async () => {
    whole = await wholeApplication();
    await whole.app.listen(0, '127.0.0.1');
    port = Number(new URL(await whole.app.getUrl()).port);
  }, 120_000);
  afterAll(() => whole.close());

  /** Over the wire, since `inject` tidies addresses up. */
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => (body += text));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      })
        .on('error', reject)
        .end();
    });
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('end', () => resolve(answer)).on('error', reject);
    });

  it('refuses a parameter that the route does not know, so that a slip of the pen is not answered with today', async () => {
    for (const path of PUBLIC.filter((known) => known.startsWith('/api/') && known !== '/api/openapi.json')) {
      const { status, body } = await ask(`${path}?knwon=2020-01-01`);
      expect([status, (JSON.parse(body) as Problem).code])
        .withContext(path)
        .toEqual([400, 'input.invalid']);
      expect(body).withContext(path).toContain('knwon');
    }
    expect((await ask('/api/history?known=2020-01-01')).status).toBe(400);
    expect((await ask('/api/start?known=2020-01-01&known=2021-01-01')).status).toBe(400);
  });

  const paths = [
    ...PUBLIC,
    '/api/tasks',
    '/api/goals/finns-inte',
    '/api/ingenstans',
    '/api/goals/a%00b',
    '/api/goals/%ff',
    `/api/goals/${'a'.repeat(300)}`,
    '/api/entries/%zz',
  ];
  for (const path of paths) {
    it(`carries the headers that protect the reader: ${path.slice(0, 40)}`, async () => {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/default-src '(self|none)'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect([headers['server'], headers['x-powered-by']]).toEqual([undefined, undefined]);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['cache-control']).toBeDefined();
      expect(headers['x-request-id']).toMatch(UUID);
    });
  }

  it('has a number of its own, whatever the client calls itself', async () => {
    const mine = randomUUID();
    const [first, second] = [await ask('/live', { 'x-request-id': mine, 'request-id': mine }), await ask('/live')];
    expect(new Set([mine, first.headers['x-request-id'], second.headers['x-request-id']]).size).toBe(3);
  });

  for (const path of [
    '/api/goals/finns-inte',
    '/api/ingenstans',
    '/api/tasks',
    '/api/goals/a%00b',
    '/api/goals/%ff',
    `/api/goals/${'a'.repeat(300)}`,
  ]) {
    it(`that is an error names the request and says nothing of the inside: ${path.slice(0, 40)}`, async () => {
      // The page for addresses where there is none is kept; it must not answer for the API.
      await ask('/ingenstans');
      const { status, headers, body } = await ask(path);
      const problem = JSON.parse(body) as Problem;
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(problem.status).toBe(status);
      expect(problem.instance).toBe(`urn:request:${String(headers['x-request-id'])}`);
      expect(problem.type).toBe(`urn:slusen:problem:${problem.code}`);
      expect(headers['cache-control']).toBe('no-store');
      expect(body).not.toMatch(/FST_|select |at .+\.m?js|node_modules|relation|Cannot GET/);
    });
  }

  it('is a problem too when the request is none at all', async () => {
    const answer = await raw('HEJ HOPP\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual(jasmine.objectContaining({ status: 400, code: 'http.400' }));
  });

  it('is a problem too when the headers are too large', async () => {
    const answer = await raw(`GET /live HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"http.431"');
  });

  for (const second of ['x', 'y'])
    it(`is a refusal where two hosts are named: x and ${second}`, async () => {
      for (const path of ['/live', '/api/start', '/', '/api/ingenstans']) {
        const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nHOST: ${second}\r\nconnection: close\r\n\r\n`);
        expect(answer)
          .withContext(path)
          .toMatch(/^HTTP\/1\.1 400 /);
        expect(answer).withContext(path).toContain('"code":"http.400"');
      }
    });

  describe('to a request that never comes to its end', () => {
    const slow: readonly [what: string, text: string][] = [
      ['its headers', 'GET /live HTTP/1.1\r\nhost: x\r\n'],
      ['its body', 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"us'],
    ];
    /** When the server looks for them, which it does by its own clock. */
    const LOOKS_EVERY = 2000;

    for (const [what, text] of slow) {
      it(`says that ${what} took too long`, async () => {
        const server = whole.app.getHttpServer();
        const { headersTimeout, requestTimeout } = server;
        expect(Math.max(headersTimeout, requestTimeout) + LOOKS_EVERY).toBeLessThan(30_000);
        try {
          Object.assign(server, { headersTimeout: 300, requestTimeout: 300 });
          const since = performance.now();
          expect(await raw(text)).toMatch(/^HTTP\/1\.1 408 /);
          expect(performance.now() - since).toBeLessThan(300 + LOOKS_EVERY + 1000);
        } finally {
          Object.assign(server, { headersTimeout, requestTimeout });
        }
      });
    }
  });

  it('asks browsers to stay with TLS when that is how the public comes', async () => {
    const other = await wholeApplication({ PUBLIC_URL: 'https://slus.example.se' });
    for (const url of ['/live', '/api/goals/%ff']) {
      expect((await other.visitor().get(url)).headers['strict-transport-security'])
        .withContext(url)
        .toContain('max-age=31536000');
    }
    await other.close();
  }, 60_000);
});
