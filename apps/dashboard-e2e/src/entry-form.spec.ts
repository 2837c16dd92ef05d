import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { accessibilityFaults, type Visit, withBrowser } from './browser.js';

/** What the machine may take of one figure, from the task list until the next one is in sight. */
const MACHINE_TIME = 3000;
const LONG_AGO: Readonly<Record<string, string>> = {
  month: '1993-M01',
  quarter: '1993-Q1',
  tertial: '1993-T1',
  'half-year': '1993-H1',
  year: '1993',
};
const PDF = { name: 'Dörräknaren.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };

describe('The form of a figure', () => {
  const journeys = withBrowser();
  let reporter: Visit;
  beforeAll(async () => void (reporter = await journeys.signedIn('johan')));

  const value = (page: Page) => page.getByRole('textbox', { name: 'Värde', exact: true });
  const submit = (page: Page) => page.getByRole('button', { name: 'Lämna in för granskning' });
  const hasFocus = (page: Page, selector: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
  /** The form of a figure that no other journey is about, however many tasks they leave. */
  async function open(page: Page): Promise<void> {
    await page.goto('/mina-indikatorer');
    const { items } = (await page.evaluate(() => fetch('/api/own-indicators').then((answer) => answer.json()))) as {
      items: { slug: string; cadence: string; reports: boolean }[];
    };
    const own = items.find(({ cadence, reports }) => reports && LONG_AGO[cadence]);
    if (!own) throw new Error('Somebody who reports has something to report');
    await page.goto(`/inmatning/${own.slug}/${LONG_AGO[own.cadence]}`);
    await hasFocus(page, '#varde');
  }
  /** Whether something is wholly in the window, without anybody scrolling. */
  const inSight = async (page: Page, selector: string): Promise<boolean> => {
    const box = await page.locator(selector).boundingBox();
    const size = page.viewportSize();
    return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height;
  };

  for (const [what, viewport] of [
    ['a desk', { width: 1440, height: 900 }],
    ['a telephone', { width: 390, height: 844 }],
  ] as const) {
    it(`has what saves and submits it in sight on ${what}, and hides no field that has the focus`, async () => {
      const { page } = reporter;
      await page.setViewportSize(viewport);
      await open(page);
      expect([await inSight(page, '.submit-bar button'), await inSight(page, '.submit-bar .save-state')]).toEqual([true, true]);
      expect(await accessibilityFaults(page)).toEqual([]);
      const bar = page.locator('.submit-bar');
      for (let tabs = 0; tabs < 12; tabs++) {
        await page.keyboard.press('Tab');
        // Wholly, as WCAG 2.4.11 has it: a chart is taller than what is left above the bar.
        const isHidden = await bar.evaluate((own) => {
          const [box, focused] = [own.getBoundingClientRect(), document.activeElement!];
          return (
            !own.contains(focused) &&
            focused.closest('form') !== null &&
            focused.getBoundingClientRect().top > box.top - 8 &&
            focused.getBoundingClientRect().top < box.bottom
          );
        });
        expect(isHidden)
          .withContext(`after ${tabs + 1} tabs`)
          .toBeFalse();
      }
    });
  }

  it('takes a sum and a file, and both reach the reviewer', async () => {
    const { page } = reporter;
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    await value(page).fill('=48+1');
    expect(await page.locator('#varde-last').innerText()).toContain('48 + 1 → 49');
    await page.locator('#filer').setInputFiles(PDF);
    const link = page.getByRole('link', { name: PDF.name });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe(PDF.name);
    expect(await readFile(await download.path())).toEqual(PDF.buffer);
    await page.getByRole('button', { name: /^Ta bort/ }).click();
    await page.getByRole('button', { name: /^Ångra borttagningen/ }).click();
    await link.waitFor();
    await page
      .locator('#filer')
      .setInputFiles({ name: 'bild.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    await page.getByText('bild.svg: Filen går inte att bifoga.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await link.waitFor();
    expect(await value(page).inputValue()).toBe('=48 + 1');
  }, 60_000);

  it('takes at most three seconds of the machine from the task list to the next task, all by keyboard', async () => {
    const { page } = reporter;
    await page.goto('/mina-uppgifter');
    const first = page.getByRole('link', { name: /^Fyll i|^Fortsätt/ }).first();
    await first.waitFor();
    let machine = -performance.now();
    await first.press('Enter');
    await hasFocus(page, '#varde');
    machine += performance.now();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('52');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(300);
    for (const answer of await page.locator('textarea[id^="svar-"]').all()) await answer.fill('Kontrollerat mot listan.');
    await value(page).focus();
    machine -= performance.now();
    await page.keyboard.press('Enter');
    await page.getByText('Inlämnat, väntar på granskning').waitFor();
    await hasFocus(page, 'app-entry-done a');
    machine += performance.now();
    expect(machine).toBeLessThan(MACHINE_TIME);
    await submit(page).waitFor({ state: 'detached' });
  }, 60_000);
});
