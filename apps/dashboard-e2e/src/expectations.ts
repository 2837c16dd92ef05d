import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow, runTogether, show } from './browser.js';

/** The two windows that every page has to be good in. */
export const WINDOWS = [
  { name: 'a telephone in the dark', viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
  { name: 'a desk in daylight', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
] as const;

/** How long something may come late, and how often it is looked for. */
const PATIENCE = { longest: 15_000, between: 50 };

/** That the open page is accessible, fits and has its spaces, in both windows; with a folder in PICTURES it is also drawn there. */
export async function expectGood(page: Page, picture?: string): Promise<void> {
  for (const { name, ...window } of WINDOWS) {
    await show(page, window);
    const where = `${page.url()}, ${name}`;
    const folder = process.env['PICTURES'];
    if (folder && picture) await page.screenshot({ path: `${folder}/${picture}-${window.viewport.width}.png`, fullPage: true });
    expect(await accessibilityFaults(page))
      .withContext(where)
      .toEqual([]);
    expect(await overflow(page))
      .withContext(where)
      .toBeLessThanOrEqual(0);
    expect(await runTogether(page))
      .withContext(where)
      .toEqual([]);
  }
}

/** That something of the page becomes so, since what is not there yet may be on its way: a count, whether it is seen. */
export async function expectSoon(read: () => Promise<number | boolean>, wanted: number | boolean): Promise<void> {
  const end = Date.now() + PATIENCE.longest;
  let found = await read();
  while (found !== wanted && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.between));
    found = await read();
  }
  expect(found).toBe(wanted);
}
