import type { Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood, expectSoon } from './expectations.js';

/** One of its own at each run. */
const TITLE = `Prov ${Date.now()}`;
const GOAL = 'Fler vill bo i hela kommunen';

describe('A draft of the strategy', () => {
  const journeys = withBrowser();
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
    await lacking.first().waitFor();
    await expectSoon(async () => (await page.getByRole('heading', { level: 2 }).count()) <= all, true);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Visa: Rådighet').waitFor();
    await page.getByRole('radio').first().waitFor({ state: 'hidden' });
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
      await heading(everyone, name).waitFor();
      expect(await everyone.locator('main').innerText()).not.toContain(GOAL);
    }
    const { page: anna } = await journeys.signedIn('anna');
    await anna.goto('/administration/strategi/matbarhet/1');
    await heading(anna, 'Du har inte behörighet').waitFor();
  });
});
