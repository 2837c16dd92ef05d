import {
  accessibilityFaults,
  inOtherLanguage,
  layoutShift,
  overflow,
  runTogether,
  scriptsOf,
  show,
  type Visit,
  weightOf,
  withBrowser,
} from './browser.js';
import { WINDOWS } from './expectations.js';

/** The public pages of the demonstration, and some that are not there. */
export const PAGES = [
  '/',
  '/omrade/leva',
  '/mal/fler-bor-i-vimmerby',
  '/indikator/folkmangd',
  '/indikator/nki-foretagsservice',
  '/indikator/folkmangd-i-orten',
  '/indikator/folkmangd/historik',
  '/indikatorer',
  '/indikatorer?q=besök',
  '/kalender',
  '/kalender?omrade=leva',
  '/samverkan',
  '/samverkan/kommunstyrelsen',
  '/strategi',
  '/strategi/version/1',
  '/roller',
  '/roller?ordning=luckor',
  '/atgard/markanvisning-i-sodra-vi',
  '/strategi/jamfor',
  '/strategi/foljs-inte-langre-upp',
  '/metod',
  '/behorigheter',
  '/tillganglighet',
  '/personuppgifter',
  '/om',
  '/finns-inte',
  '/indikator/finns-inte',
  '/logga-in',
  '/glomt-losenord',
  '/valj-losenord#abc',
];

/** Brotli KiB of all the scripts that a page fetches by itself; a chart further down waits until it is seen. */
const MOST_KIB = 90;
/** What people hardly notice; 0.1 is what browsers' makers call good. */
export const MOST_SHIFT = 0.05;

/** Specs that look at every public page in a language. */
export function lookAtEveryPage(prefix: '' | '/en'): void {
  const journeys = withBrowser();
  let visit: Visit;
  beforeAll(async () => void (visit = await journeys.visit(WINDOWS[0])));

  for (const path of PAGES) {
    it(`${prefix}${path} is accessible, fits, stands still and weighs little`, async () => {
      const { page, faults } = visit;
      await show(page, WINDOWS[0]);
      await page.goto(prefix + (prefix && path === '/' ? '' : path));
      await page.waitForLoadState('networkidle');
      expect(weightOf(await scriptsOf(page)))
        .withContext('KiB of scripts, brotli')
        .toBeLessThanOrEqual(MOST_KIB);
      expect(await runTogether(page)).toEqual([]);
      expect(await inOtherLanguage(page)).toEqual([]);
      expect(await layoutShift(page))
        .withContext('layout shift')
        .toBeLessThanOrEqual(MOST_SHIFT);
      for (const { name, ...window } of WINDOWS) {
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
