import type { Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood, expectSoon } from './expectations.js';

/** Actors of its own at each run: what ended stays. */
const [OLD, NEW, OTHER, NAMED] = ['Torggruppen', 'Centrumgruppen', 'Parkgruppen', 'Lekgruppen'].map((name) => `${name} ${Date.now()}`) as [
  string,
  string,
  string,
  string,
];

describe('An actor', () => {
  const journeys = withBrowser();
  let page: Page;
  beforeAll(async () => void ({ page } = await journeys.signedIn('ingrid')));
  const addActor = async (name: string): Promise<void> => {
    await page.getByLabel('Namn', { exact: true }).fill(name);
    await page.getByLabel('Slag').selectOption({ label: 'Förening' });
    await page.getByRole('button', { name: 'Lägg till' }).press('Enter');
    await page.getByText(`${name} finns nu med.`).waitFor();
  };
  const open = async (name: string): Promise<void> => {
    await page.goto('/administration/aktorer');
    await page.getByRole('link', { name: `Omorganisera: ${name}` }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };

  it('is added, becomes part of another by a decision, and its old address says so', async () => {
    await page.goto('/administration/aktorer');
    for (const name of [OLD, NEW, OTHER]) await addActor(name);
    await expectGood(page);

    await open(OLD);
    await page.getByLabel('Vad ska hända?').selectOption({ label: 'Slå ihop med en annan' });
    await page.getByRole('button', { name: 'Genomför' }).press('Enter');
    await page.getByText('Välj vem som tar över.').waitFor();
    await expectGood(page);
    await page.getByLabel('Slås ihop med').selectOption({ label: NEW });
    await page.getByLabel('Gäller från').fill('2026-01-01');
    await page.getByLabel('Beslut').fill('KS 2025-12-02 § 210');
    await page.getByLabel('Varför?').fill('De gör samma sak');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Genomför' }).press('Enter');
    await page.getByText('Omorganisationen är genomförd.').waitFor();
    await page.getByText('Aktören har upphört.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expectGood(page);

    await page.goto('/administration/aktorer');
    const done = page.getByRole('region', { name: 'Genomförda omorganisationer' });
    await done.waitFor();
    expect(await done.innerText()).toContain('1 januari 2026, KS 2025-12-02 § 210');
    const old = (await done.getByRole('link', { name: OLD }).getAttribute('href')) ?? '';
    const { page: everyone } = await journeys.visit({ javaScriptEnabled: false });
    for (const [prefix, told] of [
      ['', 'Upphörde den 1 januari 2026'],
      ['/en', 'Ended on 1 January 2026'],
    ] as const) {
      await everyone.goto(prefix + old);
      const said = await everyone.locator('main').innerText();
      expect([said.includes(told), said.includes(NEW)])
        .withContext(said)
        .toEqual([true, true]);
    }

    // The form of a division, in English.
    await open(NEW);
    await page.goto(`/en${new URL(page.url()).pathname}`);
    await page.getByLabel('What is to happen?').selectOption({ index: 2 });
    await page.getByLabel(OTHER).check();
    await expectGood(page);
  });

  it('is planned to get another name, which is told beside it and can be taken back', async () => {
    const [later, told] = [`${NAMED} och parker`, `Byter namn till ${NAMED} och parker den 1 januari 2099`];
    await page.goto('/administration/aktorer');
    await addActor(NAMED);
    await open(NAMED);
    await page.getByLabel('Nytt namn', { exact: true }).fill(later);
    await page.getByLabel('Gäller från').fill('2099-01-01');
    await page.getByLabel('Beslut').fill('KF 2098-11-16 § 112');
    await page.getByLabel('Varför?').fill('De sköter parkerna också');
    await page.getByRole('button', { name: 'Planera' }).press('Enter');
    await page.getByText('Omorganisationen är planerad.').waitFor();
    await page.getByText(told).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expectGood(page);

    await page.goto('/administration/aktorer');
    const waits = page.getByRole('region', { name: 'Planerade omorganisationer' });
    await waits.getByText(told).waitFor();
    expect(await waits.innerText()).toContain('Planerad av Ingrid Sandell');
    // Beside the actor as well.
    await expectSoon(() => page.getByText(told).count(), 2);
    await expectGood(page);
    page.once('dialog', (dialog) => void dialog.accept());
    await waits.getByRole('button', { name: `Ta tillbaka: ${NAMED}` }).press('Enter');
    await page.getByText('Den planerade omorganisationen är tillbakatagen.').waitFor();
    await waits.waitFor({ state: 'detached' });
    await expectSoon(() => page.getByText(told).count(), 0);
  });
});
