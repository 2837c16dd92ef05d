import { setUpAddress } from './set-up-address.js';

describe('an address before the installation is set up', () => {
  const cases: readonly (readonly [url: string, leads: string | undefined])[] = [
    ['/', '/kom-igang'],
    ['/?q=1', '/kom-igang'],
    ['/indikator/folkmangd', '/kom-igang'],
    ['/logga-in', '/kom-igang'],
    ['/en', '/en/kom-igang'],
    ['/en/mal/fler', '/en/kom-igang'],
    ['/kom-igang', undefined],
    ['/kom-igang?steg=namn', undefined],
    ['/kom-igang/', undefined],
    ['/en/kom-igang', undefined],
    ['/favicon.ico', undefined],
    ['//exempel.se', undefined],
    ['/finns-inte', undefined],
  ];
  for (const [url, leads] of cases) it(`${url} leads ${leads ? `to ${leads}` : 'on'}`, () => expect(setUpAddress(url)).toBe(leads));
});
