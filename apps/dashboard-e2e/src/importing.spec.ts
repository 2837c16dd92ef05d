import type { Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

const FILE = ['Företagsbesök', '', 'Kommun;Kvartal;Antal', '0884;1990-Q1;12', '0884;1990-Q2;..'].join('\r\n');

describe('A file of figures', () => {
  const journeys = withBrowser();

  const go = async (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).press('Enter');

  it('is sent, asks what it has to, is reviewed and published, and is withdrawn again', async () => {
    const { page: anna } = await journeys.signedIn('anna');
    const { items } = (await anna.evaluate(() => fetch('/api/tasks').then((answer) => answer.json()))) as {
      items: { indicator: { name: { sv: string } }; unit: { sv: string }; cadence: string; decimals: number }[];
    };
    const task = items.find(({ cadence, decimals }) => cadence === 'quarter' && decimals === 0);
    if (!task) throw new Error('The demonstration should leave something to enter');
    await anna.goto('/importera');
    await expectGood(anna, 'files');
    await anna.getByLabel(/^Välj en fil/).setInputFiles({ name: 'besök.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await anna.getByRole('heading', { name: 'Det här hittades' }).waitFor();
    await anna.getByLabel('Läs Antal som').selectOption('Värde');
    await anna.getByLabel('Indikator, samma på alla rader').fill(task.indicator.name.sv);
    await anna.getByLabel('Enhet, samma på alla rader').fill(task.unit.sv);
    await anna.getByLabel('Varifrån kommer siffrorna?').fill('Besöksboken');
    await expectGood(anna, 'found');
    await go(anna, 'Se vad filen gör');
    await anna.getByLabel('Vad betyder ”..” i stället för ett värde?').waitFor();
    await expectGood(anna, 'questions');
    await go(anna, 'Se igen vad filen gör');
    await anna.getByRole('button', { name: 'Lämna till granskning' }).waitFor();
    await expectGood(anna, 'preview');
    await go(anna, 'Lämna till granskning');
    await anna.getByText('Filen väntar på att någon annan granskar den.').waitFor();

    const address = new URL(anna.url()).pathname;
    const { page: karin } = await journeys.signedIn('karin');
    await karin.goto('/importera');
    await karin.getByRole('link', { name: 'besök.csv' }).click();
    await go(karin, 'Godkänn och publicera');
    await karin.getByText('Värdena är publicerade.').waitFor();
    await anna.goto(address);
    await anna.getByText('Värdena är publicerade.').waitFor();
    await karin.getByLabel('Varför återtas inläsningen?').fill('Fel år');
    await go(karin, 'Återta hela inläsningen');
    await karin.getByText('Inläsningen är återtagen.').waitFor();
    await expectGood(karin, 'withdrawn');
  });
});
