import fastify from 'fastify';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingFor, leadingToToday, sendPage, withReference } from './page-answer.js';
import { finishedPage, type Page } from './page-cache.js';

describe('encodingFor', () => {
  const cases: readonly (readonly [accepts: string | undefined, encoding: 'br' | 'gzip' | undefined])[] = [
    [undefined, undefined],
    ['', undefined],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0', undefined],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', undefined],
    ['gzip, *;q=0', 'gzip'],
    ['identity', undefined],
    ['identity;q=0', undefined],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
    ['identity, br;q=0.5', undefined],
    ['zstd', undefined],
    ['br;q=x, ;;,', undefined],
  ];
  for (const [accepts, encoding] of cases)
    it(`is ${encoding ?? 'none'} for ${accepts ?? 'nothing said'}`, () => expect(encodingFor(accepts)).toBe(encoding));
});

describe('sendPage', () => {
  const HTML = '<!doctype html><p>Så går det</p>';
  const PUBLIC = { status: 200, contentType: 'text/html; charset=utf-8', cacheControl: 'public, max-age=0, must-revalidate', tags: [] };

  const ask = async (about: Partial<Page> = {}, headers: Record<string, string> = {}) => {
    const page = await finishedPage({ ...PUBLIC, ...about, html: HTML });
    const server = fastify();
    server.get('/', (request, reply) => sendPage(page, request, reply));
    const answer = await server.inject({ url: '/', headers });
    await server.close();
    return { ...answer, status: answer.statusCode, etag: page.etag, body: answer.rawPayload };
  };

  it('sends the same page in each encoding, and tells caches that there are several', async () => {
    const [br, gzip, raw] = [
      await ask({}, { 'accept-encoding': 'br' }),
      await ask({}, { 'accept-encoding': 'gzip' }),
      await ask({}, { 'accept-encoding': 'identity' }),
    ];
    expect([br, gzip, raw].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    expect([brotliDecompressSync(br.body), gunzipSync(gzip.body), raw.body].map(String)).toEqual([HTML, HTML, HTML]);
    for (const { headers } of [br, gzip, raw]) expect(headers['vary']).toBe('accept-encoding');
  });

  it('sends nothing to whoever has it, also where a cache on the way weakened the tag or sends several', async () => {
    const { etag } = await ask();
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, body, headers } = await ask({}, { 'if-none-match': known });
      expect([status, body.length, headers['etag']]).withContext(known).toEqual([304, 0, etag]);
    }
    expect((await ask({}, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('lets nobody keep what is no public page, and says when to ask again', async () => {
    const { status, headers } = await ask({ status: 503, cacheControl: 'no-store' }, { 'if-none-match': '*' });
    expect([status, headers['etag'], headers['cache-control'], headers['retry-after']]).toEqual([503, undefined, 'no-store', '5']);
  });
});

describe('leadingToToday', () => {
  it('leads from what cannot be shown to the page of today, in both languages', () => {
    const page = readFileSync('apps/dashboard/public/fel/404-kand.html', 'utf8');
    const links = leadingToToday(page, '/en/indikatorer?q=hus&sida=2').match(/<a href="[^"]+"/g);
    expect(page).toContain('Vi kan inte visa hur det såg ut då');
    expect([...(links ?? [])]).toEqual(Array.from({ length: 2 }, () => '<a href="/en/indikatorer?q=hus&amp;sida=2"'));
  });
});

describe('withReference', () => {
  for (const status of [500, 503])
    it(`shows the id on the page for ${status}, and nothing in its place where there is none`, () => {
      const page = readFileSync(`apps/dashboard/public/fel/${status}.html`, 'utf8');
      expect(page).not.toContain('Felnummer');
      expect(withReference(page, '5b2c-1')).toContain('<code>5b2c-1</code></p>');
    });
});
