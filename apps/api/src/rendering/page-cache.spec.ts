import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ReadTag } from '../platform/read-tags.js';
import { finishedPage, PageCache, type Page } from './page-cache.js';

const aPage = (html: string, tags: readonly ReadTag[] = []): Promise<Page> =>
  finishedPage({ html, tags, status: 200, contentType: 'text/html; charset=utf-8', cacheControl: 'public, max-age=60' });

describe('a finished page', () => {
  for (const html of ['', 'Åäö 🌲', `<html>${'<p>text</p>'.repeat(5000)}</html>`]) {
    it(`is the same text in every encoding: ${html.length} characters`, async () => {
      const { raw, br, gzip } = await aPage(html);
      expect([raw.toString(), brotliDecompressSync(br).toString(), gunzipSync(gzip).toString()]).toEqual([html, html, html]);
    });
  }

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
    cache.expire((page) => page.tags.includes('indicator:a'));
    expect(fresh('/a', '/b', '/om')).toEqual([false, true, true]);
    expect(cache.get('/a')?.raw.toString()).toBe('/a');
    cache.expire();
    expect(fresh('/a', '/b', '/om')).toEqual([false, false, false]);
    cache.set('/a', await aPage('ny'), 1000);
    expect([fresh('/a'), cache.get('/a')?.raw.toString()]).toEqual([[true], 'ny']);
  });

  it('are bounded: the one that nobody asked for longest goes first', async () => {
    const page = await aPage('x');
    const large = { ...page, raw: Buffer.alloc(20 * 1024 * 1024) };
    for (const key of ['/1', '/2', '/3', '/4']) cache.set(key, large, 1000);
    cache.get('/1');
    cache.set('/5', large, 1000);
    expect(['/1', '/2', '/3', '/4', '/5'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true, true, true]);
    cache.set('/for-stor', { ...page, raw: Buffer.alloc(97 * 1024 * 1024) }, 1000);
    expect(cache.get('/for-stor')).toBeUndefined();
  });
});
