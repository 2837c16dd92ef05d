import { accessibilityFaults, type Visit, withBrowser } from './browser.js';

interface Task {
  readonly indicator: { readonly slug: string };
  readonly period: string;
  readonly state: string;
}

/** The first untouched task of the signed-in reporter that is a whole number of something. */
async function openTask({ page }: Visit): Promise<Task> {
  const { items } = (await page.evaluate(() => fetch('/api/tasks').then((answer) => answer.json()))) as {
    items: (Task & { decimals: number; cadence: string })[];
  };
  const task = items.find(({ state, decimals, cadence }) => state === 'due' && decimals === 0 && cadence === 'quarter');
  if (!task) throw new Error('The demonstration should leave something to enter');
  return task;
}

describe('A figure on its way', () => {
  const journeys = withBrowser();
  let reporter: Visit;
  let reviewer: Visit;
  let task: Task;

  beforeAll(async () => {
    reporter = await journeys.signedIn('anna');
    reviewer = await journeys.signedIn('karin');
    task = await openTask(reporter);
  });

  it('is entered, returned, corrected and approved, and the public page shows it', async () => {
    await enter('12');
    await submit();
    await review();
    await reviewer.page.getByRole('button', { name: 'Skicka tillbaka' }).click();
    await reviewer.page.locator('#skal[aria-invalid="true"]').waitFor();
    await reviewer.page.getByRole('textbox', { name: /skäl|varför/i }).fill('En grupp är räknad två gånger.');
    await reviewer.page.getByRole('button', { name: 'Skicka tillbaka' }).click();
    await reviewer.page.waitForURL('**/granskning');
    await reviewer.page.getByText('Skickat tillbaka:').waitFor();

    await reporter.page.goto('/mina-uppgifter');
    await reporter.page.getByText('En grupp är räknad två gånger.').first().waitFor();
    await enter('11');
    await reporter.page.getByText('Skickad tillbaka av granskaren: En grupp är räknad två gånger.').waitFor();
    await submit();

    await review();
    await reviewer.page.getByRole('button', { name: 'Godkänn och publicera' }).click();
    await reviewer.page.waitForURL('**/granskning');
    await reviewer.page.getByText('Godkänt och publicerat:').waitFor();
    expect(await reviewer.page.getByRole('link', { name: 'Visa den öppna sidan' }).getAttribute('href')).toBe(
      `/indikator/${task.indicator.slug}`,
    );

    const { page, faults } = await journeys.visit({ javaScriptEnabled: false });
    // Whoever is not signed in may see the page from before for a second.
    await page.waitForTimeout(1000);
    await page.goto(`/indikator/${task.indicator.slug}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^11\s/);
    await page.goto(`/en/indikator/${task.indicator.slug}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^11\s/);
    expect(faults).toEqual([]);
  }, 120_000);

  it('meets no fault of ours on the way', () => {
    expect([...reporter.faults, ...reviewer.faults]).toEqual([]);
  });

  it('understands a pasted "1 234,5" and says what it read', async () => {
    const { page } = await journeys.signedIn('johan');
    await page
      .getByRole('link', { name: /^Fyll i/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Värde', exact: true }).fill('1 234,5');
    expect(await page.locator('#varde-last').innerText()).toContain('1\u00a0234,5');
  });

  async function enter(value: string): Promise<void> {
    const { page } = reporter;
    await page.goto(`/inmatning/${task.indicator.slug}/${task.period}`);
    const field = page.getByRole('textbox', { name: 'Värde', exact: true });
    await field.fill(value);
    // Questions come when the field is left.
    await field.press('Tab');
    await page.waitForTimeout(300);
    for (const answer of await page.locator('textarea[id^="svar-"]').all()) await answer.fill('Kontrollerat mot listan.');
    expect(await accessibilityFaults(page)).toEqual([]);
  }

  async function submit(): Promise<void> {
    const { page } = reporter;
    await page.getByRole('button', { name: 'Lämna in för granskning' }).click();
    await page.getByText('Inlämnat').first().waitFor();
  }

  async function review(): Promise<void> {
    const { page } = reviewer;
    const { items } = (await page.evaluate(() => fetch('/api/review-queue').then((answer) => answer.json()))) as {
      items: { id: string; indicator: { slug: string } }[];
    };
    const item = items.find(({ indicator }) => indicator.slug === task.indicator.slug);
    if (!item) throw new Error('What was submitted should wait for review');
    await page.goto(`/granskning/${item.id}`);
    await page.getByRole('button', { name: 'Godkänn och publicera' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});
