import { withoutMoment, pageAddress } from './page-key.js';
import { pageOf } from './page-rules.js';

const NOWHERE = '/sidan-finns-inte';

describe('pageAddress', () => {
  const cases: readonly (readonly [url: string, address: string])[] = [
    ['/', '/'],
    ['/indikator/folkmangd', '/indikator/folkmangd'],
    ['/indikator/folkmangd/', '/indikator/folkmangd'],
    ['/indikatorer?q=barn&offset=20', '/indikatorer?offset=20&q=barn'],
    ['/indikatorer?offset=20&q=barn', '/indikatorer?offset=20&q=barn'],
    ['/indikatorer?utm_source=x&q=barn&fbclid=y', '/indikatorer?q=barn'],
    ['/indikatorer?q=', '/indikatorer'],
    [`/indikatorer?q=${'x'.repeat(201)}`, '/indikatorer'],
    ['/indikatorer?q=a%20b', '/indikatorer?q=a+b'],
    ['/en/?kaka=1', '/en'],
    ['/en/indikatorer/?q=hus', '/en/indikatorer?q=hus'],
    ['/indikatorer?q=+hus+', '/indikatorer?q=hus'],
    ['/indikatorer?q=hus&q=barn&offset=20&offset=40', '/indikatorer?offset=20&q=hus'],
    ['/samverkan?q=hus&offset=50', '/samverkan'],
    ['/omrade/../mal/x', '/mal/x'],
    ['//', '/'],
    ['/indikator/%66olkm%61ngd', '/indikator/folkmangd'],
    ['http://ond.example/x', '/'],
    ['*', '/'],
    // Made in the browser: the same for all.
    ['/logga-in?tillbaka=%2Fkonto', '/logga-in'],
    ['/granskning', '/granskning'],
    ['/granskning/7', '/granskning/:id'],
    ['/granskning/8?x=1', '/granskning/:id'],
    ['/en/inmatning/folkmangd/2026-Q3', '/en/inmatning/:indicator/:period'],
    // No page: the same for all.
    ['/finns-inte', NOWHERE],
    ['/finns-inte?q=hus', NOWHERE],
    ['/en/finns/inte/alls', `/en${NOWHERE}`],
    ['/english', NOWHERE],
    ['/indikator/folkmangd;a=1', NOWHERE],
    ['/indikator/folkmangd%3Ba=1', NOWHERE],
    ['/en/indikator/folkm%C3%A4ngd', `/en${NOWHERE}`],
    ['/indikator/a%2Fb', NOWHERE],
    ['//ond.example/x', NOWHERE],
    ['//[', NOWHERE],
    ['/%zz', NOWHERE],
    ['/.env', NOWHERE],
  ];
  for (const [url, address] of cases)
    it(`is ${address.slice(0, 40)} for ${url.slice(0, 40)}`, () => expect(pageAddress(url)).toBe(address));
});

describe('what stands for no page', () => {
  it('is itself no page', () => {
    expect(pageAddress(NOWHERE)).toBe(NOWHERE);
    expect(pageOf(NOWHERE)).toBeUndefined();
  });
});

describe('an address that asks for another moment', () => {
  const cases: [url: string, today: string | undefined][] = [
    ['/indikator/folkmangd?kand=2025-01-01', '/indikator/folkmangd'],
    ['/en/indikatorer?q=hus&kand=2025-01-01', '/en/indikatorer?q=hus'],
    ['/?kand=2025-01-01', '/'],
    ['/indikator/folkmangd', undefined],
    ['/indikator/folkmangd?okand=1', undefined],
    ['//example.org/?kand=1', undefined],
    ['/inmatning/folkmangd/2025?kand=1', undefined],
  ];
  for (const [url, today] of cases) it(`${url} leads to ${today ?? 'nowhere else'}`, () => expect(withoutMoment(url)).toBe(today));
});
