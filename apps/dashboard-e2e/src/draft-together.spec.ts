import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults, Journeys, overflow, show } from './browser.js';

/** One of its own at each run. */
const TITLE = `Tillsammans ${Date.now()}`;

describe('Two strategists with one draft', () => {
  const journeys = new Journeys();
  let eva: Page;
  let ingrid: Page;
  let address: string;

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 90_000;
    await journeys.open();
    [{ page: eva }, { page: ingrid }] = [await journeys.signedIn('eva'), await journeys.signedIn('ingrid')];
    await eva.goto('/administration/strategi');
    await eva.getByLabel('Vad ska utkastet heta?').fill(TITLE);
    await eva.getByRole('button', { name: 'Börja' }).press('Enter');
    await eva.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    address = new URL(eva.url()).pathname;
  }, 90_000);

  beforeEach(() => Promise.all([eva, ingrid].map(open)));

  afterAll(async () => {
    await open(eva);
    await eva.getByRole('button', { name: 'Kasta utkastet' }).press('Enter');
    await eva.getByRole('button', { name: 'Ja, gör det' }).press('Enter');
    await eva.getByText('kastat').waitFor();
    await journeys.close();
  });

  const outline = (page: Page): Locator => page.getByRole('navigation', { name: 'Delar av utkastet' });
  const goals = (page: Page): Locator => outline(page).locator('.goals a');
  const areas = (page: Page): Locator => outline(page).locator('strong');
  const conflict = (page: Page): Locator => page.locator('app-draft-conflict').filter({ has: page.getByRole('table') });

  async function open(page: Page): Promise<void> {
    await page.goto(address);
    await goals(page).first().waitFor();
  }

  /** Does something, and waits until the server has it. */
  async function saves(page: Page, act: () => Promise<unknown>): Promise<void> {
    const answer = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
    await act();
    await answer;
    await page.getByText('Allt är sparat.').waitFor();
  }

  async function expectGood(page: Page): Promise<void> {
    for (const { width, colorScheme } of [
      { width: 360, colorScheme: 'dark' },
      { width: 1440, colorScheme: 'light' },
    ] as const) {
      await show(page, { viewport: { width, height: 900 }, colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  }

  it('see both texts side by side when they wrote in the same goal, and neither is lost', async () => {
    for (const page of [eva, ingrid]) await goals(page).first().click();
    const name = (page: Page): Locator => page.getByRole('textbox', { name: /^Målet/ }).first();
    await saves(eva, () => name(eva).fill('Evas ord'));
    await name(ingrid).fill('Ingrids ord');
    await conflict(ingrid).waitFor();
    const rows = await conflict(ingrid).locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\t/).map((cell) => cell.trim()))).toEqual([['Namnet på svenska', 'Ingrids ord', 'Evas ord']]);
    expect(await name(ingrid).inputValue()).toBe('Ingrids ord');
    await expectGood(ingrid);
    await saves(ingrid, () => conflict(ingrid).getByRole('button', { name: 'Spara mitt' }).press('Enter'));
    expect(await conflict(ingrid).count()).toBe(0);
    await saves(ingrid, () => ingrid.getByRole('button', { name: 'Ångra senaste ändringen här' }).press('Enter'));
    expect(await name(ingrid).inputValue()).toBe('Evas ord');
    await open(eva);
    expect(await goals(eva).first().innerText()).toBe('Evas ord');
  });

  it('see both orders side by side when both moved something, and one of them is chosen', async () => {
    const before = await areas(eva).allInnerTexts();
    await saves(eva, () => areas(eva).nth(1).dragTo(areas(eva).first()));
    const order = await areas(eva).allInnerTexts();
    await outline(ingrid)
      .getByRole('button', { name: `Flytta ned: ${before[1]}`, exact: true })
      .press('Enter');
    await conflict(ingrid).waitFor();
    const [row] = await conflict(ingrid).locator('tbody tr').allInnerTexts();
    const [, mine, theirs] = (row ?? '').split('\t').map((cell) => cell.trim().split('\n'));
    expect([mine?.[1], theirs?.[0]]).toEqual([before[2], order[0]]);
    await expectGood(ingrid);
    await conflict(ingrid).getByRole('button', { name: 'Ta det andra' }).press('Enter');
    await conflict(ingrid).waitFor({ state: 'detached' });
    expect(await areas(ingrid).allInnerTexts()).toEqual(order);
  });
});
