import { accessibilityFaults, Journeys, overflow, show, type Visit } from './browser.js';

const PAGES = [
  '/',
  '/omrade/leva',
  '/mal/fler-bor-i-vimmerby',
  '/indikator/folkmangd',
  '/indikator/nki-foretagsservice',
  '/indikator/folkmangd-i-orten',
  '/indikatorer',
  '/indikatorer?q=besök',
  '/samverkan',
  '/samverkan/kommunstyrelsen',
  '/metod',
  '/tillganglighet',
  '/personuppgifter',
  '/om',
  '/finns-inte',
  '/indikator/finns-inte',
  '/logga-in',
];
/** A window a page is looked at in. */
interface Window {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'dark' | 'light';
}

export const TELEPHONE: Window = { name: 'a telephone in the dark', viewport: { width: 360, height: 780 }, colorScheme: 'dark' };
export const DESK: Window = { name: 'a desk in daylight', viewport: { width: 1440, height: 900 }, colorScheme: 'light' };

/** Specs that fetch every public page once in a language and look at it in one window after the other. */
export function lookAtEveryPage(prefix: '' | '/en', windows: readonly [Window, Window]): void {
  const journeys = new Journeys();
  let visit: Visit;
  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
    await journeys.open();
    visit = await journeys.visit(windows[0]);
  }, 60_000);
  afterAll(() => journeys.close());

  for (const path of PAGES) {
    it(`${prefix}${path} is accessible and fits`, async () => {
      const { page, faults } = visit;
      await show(page, windows[0]);
      await page.goto(prefix + (prefix && path === '/' ? '' : path));
      await page.waitForLoadState('networkidle');
      for (const { name, ...window } of windows) {
        await show(page, window);
        expect(await accessibilityFaults(page))
          .withContext(name)
          .toEqual([]);
        expect(await overflow(page))
          .withContext(`too wide for ${name}`)
          .toBeLessThanOrEqual(0);
      }
      expect(faults.splice(0)).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
    });
  }
}
