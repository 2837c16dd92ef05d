import type { Locator, Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

/** Goals of the first area that has three of them, whatever the order of areas is. */
const THREE_GOALS = ':nth-match(.goals:has(> li:nth-child(3)), 1)';

describe('Two strategists with one draft', () => {
  const journeys = withBrowser();
  let eva: Page;
  let ingrid: Page;
  let address: string;

  beforeAll(async () => {
    [{ page: eva }, { page: ingrid }] = [await journeys.signedIn('eva'), await journeys.signedIn('ingrid')];
  });

  // A draft for each, so that none begins with what another one moved.
  beforeEach(async () => {
    const title = `Tillsammans ${Date.now()}`;
    await eva.goto('/administration/strategi');
    await eva.getByLabel('Vad ska utkastet heta?').fill(title);
    await eva.getByRole('button', { name: 'Börja' }).press('Enter');
    await eva.getByRole('heading', { level: 1, name: title }).waitFor();
    address = new URL(eva.url()).pathname;
    await Promise.all([eva, ingrid].map(open));
  });

  afterEach(async () => {
    await open(eva);
    await eva.getByRole('button', { name: 'Kasta utkastet' }).press('Enter');
    await eva.getByRole('button', { name: 'Ja, gör det' }).press('Enter');
    await eva.getByText('kastat').waitFor();
  });

  afterAll(() => journeys.close());

  const outline = (page: Page): Locator => page.getByRole('navigation', { name: 'Delar av utkastet' });
  const goals = (page: Page): Locator => outline(page).locator(`${THREE_GOALS} a`);
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
    await conflict(ingrid).waitFor({ state: 'detached' });
    await saves(ingrid, () => ingrid.getByRole('button', { name: 'Ångra senaste ändringen här' }).press('Enter'));
    expect(await name(ingrid).inputValue()).toBe('Evas ord');
    await open(eva);
    expect(await goals(eva).first().innerText()).toBe('Evas ord');
  });

  it('put areas and goals in order by drag, as they are the next time', async () => {
    const [first, second, third] = await goals(eva).allInnerTexts();
    await saves(eva, () => goals(eva).nth(2).dragTo(goals(eva).first()));
    expect((await goals(eva).allInnerTexts()).slice(0, 3)).toEqual([third, first, second] as string[]);
    const [one, other] = await areas(eva).allInnerTexts();
    await saves(eva, () => areas(eva).nth(1).dragTo(areas(eva).first()));
    expect((await areas(eva).allInnerTexts()).slice(0, 2)).toEqual([other, one] as string[]);
    await expectGood(eva);
    const kept = await goals(eva).allInnerTexts();
    await open(eva);
    expect(await goals(eva).allInnerTexts()).toEqual(kept);
  });

  it('put them in order by keyboard, which stays at what was moved', async () => {
    const [first, second, third] = await goals(eva).allInnerTexts();
    const down = outline(eva).getByRole('button', { name: `Flytta ned: ${first}`, exact: true });
    await down.focus();
    await eva.keyboard.press('Enter');
    await eva.waitForFunction(orderIs, [second, first, third].join('\n'));
    expect(await down.evaluate((button) => button === document.activeElement)).toBeTrue();
    await eva.keyboard.press('Space');
    await eva.waitForFunction(orderIs, [second, third, first].join('\n'));
    expect(await down.evaluate((button) => button === document.activeElement)).toBeTrue();
    const [area] = await areas(eva).allInnerTexts();
    const areaDown = outline(eva).getByRole('button', { name: `Flytta ned: ${area}`, exact: true });
    await saves(eva, () => areaDown.press('Enter'));
    expect(await areas(eva).nth(1).innerText()).toBe(area!);
    expect(await areaDown.evaluate((button) => button === document.activeElement)).toBeTrue();
    await expectGood(eva);
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

/** In the page: whether goals stand in this order, one after the other. */
const orderIs = (wanted: string): boolean => {
  const names = [...document.querySelectorAll<HTMLElement>('.outline .goals a')].map((link) => link.innerText);
  return `\n${names.join('\n')}\n`.includes(`\n${wanted}\n`);
};
