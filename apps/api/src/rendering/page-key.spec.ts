import { pageAddress } from './page-key.js';

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
    ['/samverkan?q=hus&offset=50', '/samverkan'],
    ['/logga-in?tillbaka=%2Fkonto', '/logga-in'],
    ['/finns-inte?q=hus', '/finns-inte'],
    ['/omrade/../mal/x', '/mal/x'],
    ['//', '/'],
    ['//ond.example/x', '//ond.example/x'],
    ['//[', '//['],
    ['http://ond.example/x', '/'],
    ['*', '/'],
    ['/%zz', '/%zz'],
  ];
  for (const [url, address] of cases)
    it(`is ${address.slice(0, 40)} for ${url.slice(0, 40)}`, () => expect(pageAddress(url)).toBe(address));
});
