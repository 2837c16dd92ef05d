import { accessibilityFaults, Journeys, overflow, runTogether, show, type Visit } from './browser.js';

const NAME = 'Nya företagare efter kön';
const PAGE = '/indikator/nya-foretagare-efter-kon';
const FORM = '/inmatning/nya-foretagare-efter-kon/2025';
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
const DESK = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;

/** Numbers of people by sex from the definition to the public page, which tells of no few of them. Nobody is asked for them: the year is due in 2027. */
describe('A figure with its parts', () => {
  const journeys = new Journeys();
  let administrator: Visit;
  let reporter: Visit;
  let reviewer: Visit;

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
    await journeys.open();
    administrator = await journeys.signedIn('eva');
    [reporter, reviewer] = [await journeys.signedIn('mikael'), await journeys.signedIn('karin')];
  }, 90_000);

  afterAll(() => journeys.close());

  it('is defined, entered, approved and told as one, without what is few, and corrected so that no more is told', async () => {
    await define();
    await enter({ Totalt: '53', Kvinnor: '3', Män: '50' });
    await approve();
    const { page, faults } = await journeys.visit({ javaScriptEnabled: false });
    // Whoever is not signed in may see the page from before for a second.
    await page.waitForTimeout(1000);
    for (const [prefix, head, kept] of [
      ['', ['Period', 'Värde', 'Kvinnor', 'Män'], 'skyddat'],
      ['/en', ['Period', 'Value', 'Women', 'Men'], 'protected'],
    ] as const) {
      await page.goto(prefix + PAGE);
      const cells = (role: 'columnheader' | 'cell') => page.locator('app-series-table').getByRole(role).allInnerTexts();
      expect((await cells('columnheader')).slice(0, 4)).toEqual([...head]);
      expect((await cells('cell')).slice(0, 3)).toEqual(['53', kept, kept]);
    }
    expect(faults).toEqual([]);
    await correct();
  }, 180_000);

  it('meets no fault of ours on the way', () => {
    expect([administrator, reporter, reviewer].flatMap(({ faults }) => faults)).toEqual([]);
  });

  /** From what was entered, and nothing more is told than before. */
  async function correct(): Promise<void> {
    await reporter.page.goto(FORM);
    await field('Kvinnor').waitFor();
    expect(await field('Kvinnor').inputValue()).toBe('3');
    await enter({ Totalt: '62', Kvinnor: '12' }, 'En lista saknades.');
    await approve();
    const { page, faults } = await journeys.visit(DESK);
    await page.waitForTimeout(1000);
    await page.goto(PAGE);
    const table = page.locator('app-series-table');
    await table.getByText('62', { exact: true }).waitFor();
    expect((await table.getByRole('cell').allInnerTexts()).slice(0, 3)).toEqual(['62', 'skyddat', 'skyddat']);
    for (const window of [PHONE, DESK]) {
      await show(page, window);
      expect(await overflow(page)).toBe(0);
      expect(await runTogether(page)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    expect(faults).toEqual([]);
  }

  const field = (name: string) => reporter.page.getByRole('textbox', { name, exact: true });

  async function define(): Promise<void> {
    const { page } = administrator;
    await page.goto('/administration/indikatorer/ny');
    for (const [label, text] of [
      ['Namn på svenska', NAME],
      ['Definition på svenska', 'Antal personer som startade företag under året.'],
      ['Enhet på svenska', 'personer'],
      ['Källa', 'Egen räkning'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('Mäts', { exact: true }).selectOption({ label: 'vissa år' });
    await page.getByLabel('Ansvarar för siffran').selectOption({ label: 'Gatukontoret' });
    await page.getByText(/^Mer, som kan fyllas i senare/).click();
    await page.getByLabel('År som mäts').fill('2025');
    await page.getByLabel('Dagar till publicering').fill('700');
    await page.getByLabel('Delas upp på').selectOption({ label: 'kön' });
    await page.getByLabel('Värdena är').selectOption({ label: 'antal personer' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lägg till indikatorn' }).click();
    await page.waitForURL('**/administration/indikatorer/nya-foretagare-efter-kon');
  }

  async function enter(parts: Readonly<Record<string, string>>, reason?: string): Promise<void> {
    const { page } = reporter;
    await page.goto(FORM);
    for (const [name, text] of Object.entries(parts)) {
      await field(name).fill(text);
      await field(name).press('Tab');
    }
    if (reason) await page.getByLabel('Varför rättas värdet?').fill(reason);
    for (const window of [PHONE, DESK]) {
      await show(page, window);
      expect(await overflow(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Lämna in för granskning' }).click();
    await page.getByText('Inlämnat').first().waitFor();
  }

  async function approve(): Promise<void> {
    const { page } = reviewer;
    const { items } = (await page.evaluate(() => fetch('/api/review-queue?limit=100').then((answer) => answer.json()))) as {
      items: { id: string; indicator: { name: { sv: string } } }[];
    };
    const item = items.find(({ indicator }) => indicator.name.sv === NAME);
    if (!item) throw new Error('What was submitted should wait for review');
    await page.goto(`/granskning/${item.id}`);
    await page.getByText('Visas inte för allmänheten: kvinnor och män. Färre än 5 personer kan kännas igen.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Godkänn och publicera' }).click();
    await page.waitForURL('**/granskning');
  }
});
