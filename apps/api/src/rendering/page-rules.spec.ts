import { PAGES, type PageRule } from '@slusen/contracts/pages';
import { cacheControlOf, isEndless, pageOf } from './page-rules.js';

const KEPT = 'public, max-age=0, must-revalidate';

describe('pageOf', () => {
  const cases: readonly (readonly [pathname: string, path: keyof typeof PAGES])[] = [
    ['/', ''],
    ['/en', ''],
    ['/en/', ''],
    ['/indikator/folkmangd', 'indikator/:slug'],
    ['/en/indikator/folkmangd', 'indikator/:slug'],
    ['/granskning', 'granskning'],
    ['/granskning/7', 'granskning/:id'],
    ['/inmatning/folkmangd/2026-Q3', 'inmatning/:indicator/:period'],
  ];
  for (const [pathname, path] of cases) it(`of ${pathname} is that of "${path}"`, () => expect(pageOf(pathname)?.rule).toBe(PAGES[path]));

  for (const pathname of ['/finns-inte', '/indikator', '/mal/a/b', '/eng', '/indikatorerna', '//ond.example/x']) {
    it(`knows no page ${pathname}`, () => expect(pageOf(pathname)).toBeUndefined());
  }
});

describe('cacheControlOf', () => {
  const cases: readonly (readonly [address: string, status: number, header: string])[] = [
    ['/', 200, KEPT],
    ['/en/mal/fler-bor-har', 200, KEPT],
    ['/indikatorer?q=hus', 200, KEPT],
    ['/indikator/finns-inte', 404, 'no-store'],
    ['/', 503, 'no-store'],
    ['/finns-inte', 200, 'no-store'],
    ['/logga-in', 200, 'no-store'],
    ['/en/konto', 200, 'no-store'],
    ['/granskning/7', 200, 'no-store'],
  ];
  for (const [address, status, header] of cases) {
    it(`is "${header}" for ${address} with status ${status}`, () => expect(cacheControlOf(address, status)).toBe(header));
  }
});

describe('isEndless', () => {
  const cases: readonly (readonly [address: string, isEndless: boolean])[] = [
    ['/', false],
    ['/en', false],
    ['/indikatorer', false],
    ['/en/metod', false],
    ['/indikatorer?q=hus', true],
    ['/indikator/folkmangd', true],
    ['/en/mal/fler-invanare', true],
  ];
  for (const [address, expected] of cases) it(`is ${String(expected)} for ${address}`, () => expect(isEndless(address)).toBe(expected));
});

describe('the list of pages', () => {
  const rules = Object.entries<PageRule>(PAGES);

  it('lets nobody keep a page that asks who someone is', () => {
    const kept = rules.filter(([, { admits, kind }]) => admits !== 'everyone' && kind !== 'personal');
    expect(kept.map(([path]) => path)).toEqual([]);
  });

  it('lets no parameter make a second copy of a page that is made in the browser', () => {
    expect(rules.filter(([, { kind, parameters }]) => kind === 'personal' && parameters).map(([path]) => path)).toEqual([]);
  });
});
