import type { Page } from 'playwright-core';
import { type Visit, withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

interface Task {
  readonly indicator: { readonly slug: string };
  readonly territory: { readonly code: string };
  readonly period: string;
  readonly state: string;
  readonly decimals: number;
}

/** So many figures are submitted: two to approve together, one to ask about and send back. */
const COUNT = 3;

describe('A reviewer with several figures', () => {
  const journeys = withBrowser();
  let [reporter, reviewer]: Visit[] = [];
  let tasks: readonly Task[] = [];

  beforeAll(async () => {
    reporter = await journeys.signedIn('anna');
    reviewer = await journeys.signedIn('karin');
    const { items } = (await reporter.page.evaluate(() => fetch('/api/tasks').then((answer) => answer.json()))) as { items: Task[] };
    tasks = items.filter(({ state, decimals }) => (state === 'due' || state === 'overdue') && decimals === 0).slice(0, COUNT);
    if (tasks.length < COUNT) throw new Error('The demonstration should leave something to enter');
    for (const task of tasks) await enter(reporter.page, task);
  });

  it('asks a colleague, who answers, and sends one back in words of their own list', async () => {
    const { page: karin } = reviewer!;
    const { page: anna } = reporter!;
    await karin.goto('/granskning?ordning=latest');
    await karin
      .getByRole('link', { name: /^Granska / })
      .first()
      .click();
    await karin.getByRole('button', { name: 'Godkänn och publicera' }).waitFor();
    await karin.getByLabel('Skriv en fråga eller en anteckning').fill('Räknas marknaden?');
    const name = await karin.getByLabel('Fråga en kollega').locator('option', { hasText: 'Anna' }).innerText();
    await karin.getByLabel('Fråga en kollega').selectOption({ label: name });
    await karin.getByRole('button', { name: 'Skicka', exact: true }).press('Enter');
    await karin.getByText('Väntar på svar').waitFor();
    await expectGood(karin, 'granska');

    await anna.goto('/mina-uppgifter');
    await anna.getByRole('heading', { name: 'En fråga till dig' }).waitFor();
    await anna.getByText('Räknas marknaden?').first().click();
    await anna.getByLabel('Ditt svar').fill('Nej, den räknas för sig.');
    await expectGood(anna, 'fraga');
    await anna.getByRole('button', { name: 'Svara' }).press('Enter');
    await anna.getByRole('heading', { name: 'En fråga till dig' }).waitFor({ state: 'detached' });

    await karin.reload();
    await karin.getByText('Nej, den räknas för sig.').waitFor();
    const reason = karin.getByRole('textbox', { name: 'Varför skickar du tillbaka uppgiften?' });
    await reason.fill('Skriv varför marknaden är utanför.');
    await karin.getByRole('button', { name: 'Spara texten bland mina skäl' }).press('Enter');
    await karin.getByText('Texten finns nu bland dina skäl.').waitFor();
    await reason.fill('');
    await karin.getByRole('button', { name: 'Skriv varför marknaden är utanför.' }).press('Enter');
    await karin.getByRole('button', { name: 'Skicka tillbaka' }).press('Enter');
    await karin.getByText('Skickat tillbaka:').waitFor();
  });

  it('approves the others together, in the order and choice that the address keeps', async () => {
    const { page } = reviewer!;
    await page.goto('/granskning');
    await page.getByLabel('Ordning').selectOption('latest');
    await page.waitForURL('**/granskning?ordning=latest');
    await page.goBack();
    await page.waitForURL('**/granskning');
    await page.getByLabel('Ordning').selectOption('latest');
    await page.waitForURL('**/granskning?ordning=latest');
    const boxes = page.getByRole('checkbox');
    for (const at of [0, 1]) await boxes.nth(at).check();
    await expectGood(page, 'granskning');
    await page.getByRole('button', { name: 'Godkänn valda (2) …' }).press('Enter');
    await page.getByText(/Det går inte att ångra/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('many-approval');
    await page.getByRole('button', { name: 'Godkänn 2 värden' }).press('Enter');
    await page.getByText('2 värden är godkända.').waitFor();
    await expectGood(page, 'godkant');
  });

  it('leaves what became of a figure to be read by everybody, without names', async () => {
    const { page, faults } = await journeys.visit();
    await page.goto(`/indikator/${tasks[0]?.indicator.slug}/historik`);
    await page.getByRole('table').waitFor();
    await expectGood(page, 'historik');
    expect(await page.locator('main').innerText()).not.toMatch(/Anna|Karin/);
    expect(faults).toEqual([]);
  });

  it('meets no fault of ours on the way', () => {
    expect([...(reporter?.faults ?? []), ...(reviewer?.faults ?? [])]).toEqual([]);
  });
});

async function enter(page: Page, { indicator, period, territory }: Task): Promise<void> {
  await page.goto(`/inmatning/${indicator.slug}/${period}?omrade=${territory.code}`);
  const field = page.getByRole('textbox', { name: 'Värde', exact: true });
  await field.fill('12');
  // Questions come when the field is left.
  await field.press('Tab');
  await page.waitForTimeout(300);
  for (const answer of await page.locator('textarea[id^="svar-"]').all()) await answer.fill('Kontrollerat mot listan.');
  await page.getByRole('button', { name: 'Lämna in för granskning' }).click();
  await page.getByText('Inlämnat').first().waitFor();
}
