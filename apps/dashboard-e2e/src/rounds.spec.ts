import { addDays, parsePeriod, periodCode, periodContaining, periodLabel, previousPeriod, roundName, stockholmDate } from '@slusen/domain';
import type { Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

const TODAY = stockholmDate(new Date().toISOString());
const PERIOD = periodCode(previousPeriod(periodContaining(TODAY, 'quarter')));
const ROUND = roundName(PERIOD, 'sv');

interface Progress {
  readonly tasks: readonly {
    readonly indicator: { readonly slug: string; readonly name: { readonly sv: string } };
    readonly period: string;
    readonly state: string;
  }[];
}

describe('A follow-up round', () => {
  const journeys = withBrowser();

  const standing = async (page: Page): Promise<readonly [done: number, all: number]> => {
    await page.goto(`/omgangar/${PERIOD}`);
    const heading = await page.getByRole('heading', { level: 2, name: /^\d+ av \d+ klara$/ }).innerText();
    const [done = 0, all = 0] = heading.match(/\d+/g)?.map(Number) ?? [];
    return [done, all];
  };

  it('is opened by a strategist by hand and by a rule, asks its reporters, and goes on as they submit and reviewers approve', async () => {
    const { page: ingrid } = await journeys.signedIn('ingrid');
    await ingrid.goto('/omgangar');
    await ingrid.getByLabel('Öppnar', { exact: true }).fill(TODAY);
    await ingrid.getByLabel('Sista dag', { exact: true }).fill(addDays(TODAY, -1));
    await ingrid.getByLabel('Granskas till och med').fill(addDays(TODAY, 30));
    const open = ingrid.getByRole('button', { name: `Lägg upp ${ROUND}` });
    await open.press('Enter');
    await ingrid.locator('#sista-dag:focus').waitFor();
    await ingrid.getByText('Sista dagen ligger före dagen då omgången öppnar.').waitFor();
    await ingrid.getByLabel('Sista dag', { exact: true }).fill(addDays(TODAY, 14));
    await open.press('Enter');
    await ingrid.getByText(`${ROUND} finns nu.`).waitFor();
    await ingrid.getByRole('link', { name: periodLabel(parsePeriod(PERIOD), 'sv') }).waitFor();

    const tertials = ingrid.locator('details', { hasText: 'Varje tertial' });
    await tertials.locator('summary').press('Enter');
    await tertials.getByLabel('Omgångarna kommer av sig själva').check();
    await tertials
      .getByText(/^Nästa: Uppföljning/)
      .last()
      .waitFor();
    await tertials.getByRole('button', { name: /^Spara/ }).press('Enter');
    await ingrid.getByText('Sparat: varje tertial').waitFor();
    const current = periodLabel(periodContaining(TODAY, 'tertial'), 'sv');
    await ingrid.getByRole('row', { name: new RegExp(`${current}.*kommer`) }).waitFor();
    await expectGood(ingrid, 'rounds');

    const { page: johan } = await journeys.signedIn('johan');
    const [before, all] = await standing(johan);
    await expectGood(johan, 'round-of-a-reporter');
    await johan.goto('/mina-uppgifter');
    await johan.getByRole('link', { name: ROUND }).first().waitFor();
    await expectGood(johan, 'tasks');
    const { tasks } = (await johan.evaluate(
      (period) => fetch(`/api/rounds/${period}/progress`).then((answer) => answer.json()),
      PERIOD,
    )) as Progress;
    const task = tasks.find(({ state }) => state === 'due' || state === 'overdue');
    if (!task) throw new Error('The demonstration should leave something to enter');
    await johan.goto(`/inmatning/${task.indicator.slug}/${task.period}`);
    await johan.getByRole('link', { name: ROUND }).waitFor();
    const field = johan.getByRole('textbox', { name: 'Värde', exact: true });
    await field.fill('7');
    await field.press('Tab');
    await johan.waitForTimeout(300);
    for (const answer of await johan.locator('textarea[id^="svar-"]').all()) await answer.fill('Kontrollerat mot listan.');
    await johan.getByRole('button', { name: 'Lämna in för granskning' }).click();
    await johan.getByText('Inlämnat').first().waitFor();

    await ingrid.goto(`/omgangar/${PERIOD}?lage=granskas`);
    await ingrid
      .getByRole('row', { name: /Väntar på granskning.*Johan Falkman/ })
      .filter({ hasText: task.indicator.name.sv })
      .waitFor();
    await expectGood(ingrid, 'round');

    const { page: per } = await journeys.signedIn('per');
    const { items } = (await per.evaluate(() => fetch('/api/review-queue').then((answer) => answer.json()))) as {
      items: { id: string; indicator: { slug: string } }[];
    };
    const item = items.find(({ indicator }) => indicator.slug === task.indicator.slug);
    if (!item) throw new Error('What was submitted should wait for review');
    await per.goto(`/granskning/${item.id}`);
    await per.getByRole('button', { name: 'Godkänn och publicera' }).click();
    await per.getByText('Godkänt och publicerat:').waitFor();
    expect(await standing(johan)).toEqual([before + 1, all]);
  });

  it('is cancelled after a question, and taken up again', async () => {
    const { page } = await journeys.signedIn('ingrid');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('/omgangar');
    await page.getByLabel('Hur ofta').selectOption('Varje halvår');
    await page.getByRole('button', { name: /^Lägg upp/ }).press('Enter');
    await page.getByRole('link', { name: /halvåret/ }).click();
    await page.getByRole('button', { name: 'Ställ in omgången' }).press('Enter');
    await page.getByText('Omgången är inställd.').waitFor();
    await expectGood(page, 'cancelled');
    await page.getByRole('button', { name: 'Ta upp omgången igen' }).press('Enter');
    await page.getByText('Omgången gäller igen.').waitFor();
    await page.getByRole('heading', { level: 2, name: /klara$/ }).waitFor();
  });
});
