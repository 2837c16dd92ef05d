import type { Page } from 'playwright-core';
import { accessibilityFaults, Journeys, overflow, runTogether, show } from './browser.js';

/** One of its own at each run. */
const TITLE = `Prov ${Date.now()}`;
const GOAL = 'Fler vill bo i hela kommunen';

describe('A draft of the strategy', () => {
  const journeys = new Journeys();

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 90_000;
    await journeys.open();
  }, 60_000);

  afterAll(() => journeys.close());

  async function expectGood(page: Page): Promise<void> {
    for (const { width, colorScheme } of [
      { width: 360, colorScheme: 'dark' },
      { width: 1440, colorScheme: 'light' },
    ] as const) {
      await show(page, { viewport: { width, height: 900 }, colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await runTogether(page)).toEqual([]);
    }
  }
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

  it('is checked for what is missing, which leads to where it is mended and forbids nothing, and compared with what is in force', async () => {
    const { page } = await journeys.signedIn('eva');
    await page.goto('/administration/strategi');
    await page.getByLabel('Vad ska utkastet heta?').fill(TITLE);
    await page.getByRole('button', { name: 'Börja' }).press('Enter');
    await heading(page, TITLE).waitFor();

    await page.getByRole('link', { name: /^\d+ av \d+ mätbara$/ }).press('Enter');
    await heading(page, 'Går målen att följa upp?').waitFor();
    await expectGood(page);
    const all = await page.getByRole('heading', { level: 2 }).count();
    await page.getByRole('radio', { name: /^Rådighet/ }).check();
    const lacking = page.getByRole('link', { name: 'Rådighet' });
    expect(await lacking.count()).toBeGreaterThan(0);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeLessThanOrEqual(all);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Visa: Rådighet').waitFor();
    expect(await page.getByRole('radio').first().isVisible()).toBeFalse();
    await page.emulateMedia({ media: 'screen' });
    await lacking.first().press('Enter');
    await page.waitForURL('**/administration/indikatorer/**');
    await page.goBack();
    await page.getByRole('link', { name: 'Utkastet' }).press('Enter');

    await page
      .getByRole('navigation')
      .filter({ has: page.getByRole('link', { name: 'Beslutet' }) })
      .locator('.goals a')
      .first()
      .press('Enter');
    await page.getByRole('textbox', { name: /^Mål/ }).first().fill(GOAL);
    await page.getByText('Allt är sparat.').waitFor();
    await page.getByRole('button', { name: 'Föreslå att det antas' }).press('Enter');
    await page.getByText('Det hindrar inte att strategin antas.').waitFor();
    await page.getByRole('button', { name: 'Nej' }).press('Enter');

    await page.getByRole('link', { name: 'Vad utkastet ändrar' }).press('Enter');
    await heading(page, 'Vad utkastet ändrar').waitFor();
    await page.getByRole('article').waitFor();
    expect(await page.getByRole('insertion').allInnerTexts()).not.toEqual([]);
    await expectGood(page);

    await page.getByRole('link', { name: 'Utkastet' }).press('Enter');
    await page.getByRole('button', { name: 'Kasta utkastet' }).press('Enter');
    await page.getByRole('button', { name: 'Ja, gör det' }).press('Enter');
    await page.getByText('kastat').waitFor();
  });

  it('is nobody else’s, and the public reads without scripts what adopted versions became', async () => {
    const { page: everyone } = await journeys.visit({ javaScriptEnabled: false });
    for (const [path, name] of [
      ['/strategi/jamfor', 'Jämför två versioner av strategin'],
      ['/strategi/foljs-inte-langre-upp', 'Beslutat, men följs inte längre upp'],
    ] as const) {
      await everyone.goto(path);
      expect(await heading(everyone, name).isVisible())
        .withContext(path)
        .toBeTrue();
      expect(await everyone.locator('main').innerText()).not.toContain(GOAL);
    }
    const { page: anna } = await journeys.signedIn('anna');
    await anna.goto('/administration/strategi/matbarhet/1');
    await heading(anna, 'Du har inte behörighet').waitFor();
  });
});
