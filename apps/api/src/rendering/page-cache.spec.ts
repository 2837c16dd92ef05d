import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ReadTag } from '../platform/read-tags.js';
import { MEMORY } from '../platform/memory.js';
import { finishedPage, PageCache, plainBytes, type Page } from './page-cache.js';

const aPage = (html: string, tags: readonly ReadTag[] = []): Promise<Page> =>
  finishedPage({ html, tags, status: 200, contentType: 'text/html; charset=utf-8', cacheControl: 'public, max-age=60' });

describe('a finished page', () => {
  for (const html of ['', 'Åäö 🌲', `<html>${'<p>text</p>'.repeat(5000)}</html>`]) {
    it(`is the same text in every encoding: ${html.length} characters`, async () => {
      const page = await aPage(html);
      const texts = [plainBytes(page), brotliDecompressSync(page.br), gunzipSync(page.gzip)];
      expect(texts.map(String)).toEqual([html, html, html]);
    });
  }

  it('takes no more memory than its bytes', async () => {
    const { br, gzip } = await aPage('<p>text</p>'.repeat(500));
    for (const bytes of [br, gzip]) expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  it('has a tag of its content and of nothing else', async () => {
    const [one, same, other] = await Promise.all([aPage('a', ['site']), aPage('a', ['figures']), aPage('b', ['site'])]);
    expect(one.etag).toMatch(/^"[\w-]{22}"$/);
    expect([same.etag === one.etag, other.etag === one.etag]).toEqual([true, false]);
  });

  it('says what it was made with', async () => {
    expect(await aPage('a', ['indicator:folkmangd'])).toEqual(
      jasmine.objectContaining({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        cacheControl: 'public, max-age=60',
        tags: ['indicator:folkmangd'],
      }),
    );
  });
});

describe('pages that are kept', () => {
  let cache: PageCache;
  beforeEach(() => (cache = new PageCache()));
  const textOf = (key: string) => {
    const page = cache.get(key);
    return page && String(plainBytes(page));
  };
  const kept = (...keys: string[]) => keys.map((key) => cache.get(key) !== undefined);
  const fresh = (...keys: string[]) => keys.map((key) => cache.isFresh(key, 100));

  it('are fresh until their time, and there after it', async () => {
    const page = await aPage('a');
    cache.set('/', page, 101);
    expect([cache.isFresh('/', 100), cache.isFresh('/', 101), cache.isFresh('/', 102)]).toEqual([true, false, false]);
    expect(cache.get('/')).toBe(page);
    expect([cache.get('/annan'), cache.isFresh('/annan', 0)]).toEqual([undefined, false]);
  });

  it('are past their time when what they show is touched, and only then', async () => {
    const tags: Readonly<Record<string, ReadTag[]>> = { '/a': ['indicator:a', 'figures'], '/b': ['indicator:b'], '/om': ['site'] };
    for (const [key, own] of Object.entries(tags)) cache.set(key, await aPage(key, own), 1000);
    cache.expire(90, (page) => page.tags.includes('indicator:a'));
    expect(fresh('/a', '/b', '/om')).toEqual([false, true, true]);
    expect(textOf('/a')).toBe('/a');
    cache.expire(90);
    expect(fresh('/a', '/b', '/om')).toEqual([false, false, false]);
    cache.set('/a', await aPage('ny'), 1000);
    expect([fresh('/a'), textOf('/a')]).toEqual([[true], 'ny']);
  });

  it('tell since when they are past their time', async () => {
    cache.set('/a', await aPage('a'), 50);
    cache.set('/b', await aPage('b'), 1000);
    cache.expire(90);
    expect(['/a', '/b', '/c'].map((key) => cache.expires(key))).toEqual([50, 90, 0]);
  });

  const weighing = async (bytes: number, about: Partial<Page> = {}) => ({ ...(await aPage('x')), br: Buffer.alloc(bytes), ...about });

  it('are bounded: the one that nobody asked for longest goes first', async () => {
    const large = await weighing(0.24 * MEMORY.pages);
    for (const key of ['/1', '/2', '/3', '/4']) cache.set(key, large, 1000);
    cache.get('/1');
    cache.set('/5', large, 1000);
    expect(kept('/1', '/2', '/3', '/4', '/5')).toEqual([true, false, true, true, true]);
    cache.set('/for-stor', await weighing(MEMORY.pages + 1), 1000);
    expect(kept('/for-stor')).toEqual([false]);
  });

  it('are pushed out by nothing that somebody makes up', async () => {
    cache.set('/', await weighing(1000), 1000);
    const search = await weighing(MEMORY.madeUpAddresses / 10);
    for (let n = 0; n < 100; n++) cache.set(`/indikatorer?q=${n}`, search, 1000);
    expect(kept('/', '/indikatorer?q=0', '/indikatorer?q=99')).toEqual([true, false, true]);
  });

  it('weigh next to nothing where there is no page, and take the place of one that was', async () => {
    const nowhere = await weighing(MEMORY.madeUpAddresses / 10, { status: 404 });
    cache.set('/mal/0', await weighing(10), 1000);
    for (let n = 0; n < 10_000; n++) cache.set(`/mal/${n}`, nowhere, 1000);
    expect(kept('/mal/0', '/mal/9999')).toEqual([true, true]);
    expect(cache.get('/mal/0')).toBe(nowhere);
  });
});
