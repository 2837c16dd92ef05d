import type { Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

/** One of its own at each run: what was entered stays. */
const TITLE = `Öppet hus ${Date.now()}`;

describe('An action', () => {
  const journeys = withBrowser();
  const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Spara och visa för alla' }).press('Enter');
  const openForm = async (page: Page): Promise<void> => {
    await page.goto('/atgarder');
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByLabel('Läget').waitFor();
  };

  it('is entered by its department, read by everyone, and of two who change it the second sees both texts', async () => {
    const [anna, karin] = [(await journeys.signedIn('anna')).page, (await journeys.signedIn('karin')).page];
    await anna.goto('/atgarder');
    await anna.getByRole('link', { name: 'Lägg in en åtgärd' }).click();
    await anna.getByRole('heading', { level: 1, name: 'Lägg in en åtgärd' }).waitFor();
    await save(anna);
    await expectGood(anna);
    await anna.getByLabel('Mål', { exact: true }).selectOption({ index: 1 });
    await anna.getByLabel('Vad ska göras?').fill(TITLE);
    await anna.getByLabel('Vem leder?').selectOption('utvecklingsavdelningen');
    await anna.getByLabel('Från och med').fill('2026-03-01');
    await anna.getByLabel('Till och med').fill('2027-05-31');
    await save(anna);
    await anna.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const { page: everyone } = await journeys.visit({ javaScriptEnabled: false });
    await everyone.goto(new URL(anna.url()).pathname);
    const told = await everyone.locator('main').innerText();
    expect([told.includes(TITLE), told.includes('Utvecklingsavdelningen'), told.includes('Anna')]).toEqual([true, true, false]);

    await openForm(anna);
    await openForm(karin);
    await anna.getByLabel('Läget').fill('Lokalen är bokad.');
    await save(anna);
    await anna.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await karin.getByLabel('Läget').fill('Inbjudan är skickad.');
    await save(karin);
    const both = karin.getByRole('alert').filter({ hasText: 'har ändrats sedan du öppnade den' });
    await both.waitFor();
    const texts = await both.innerText();
    expect([texts.includes('Lokalen är bokad.'), texts.includes('Inbjudan är skickad.')]).toEqual([true, true]);
    await expectGood(karin);
    await karin.getByRole('button', { name: 'Behåll det jag har skrivit och spara det' }).press('Enter');
    await karin.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const history = await karin.getByRole('region', { name: 'Vad som har hänt' }).innerText();
    expect([history.includes('Lokalen är bokad.'), history.includes('Inbjudan är skickad.')]).toEqual([true, true]);
  });
});
