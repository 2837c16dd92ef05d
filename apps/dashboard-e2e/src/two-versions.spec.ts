import { stockholmDate } from '@slusen/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow, withBrowser } from './browser.js';

describe('Two versions of an entry', () => {
  const journeys = withBrowser();
  let page: Page;
  let address: string;

  beforeEach(async () => {
    ({ page } = await journeys.signedIn('mikael'));
    address = await page
      .getByRole('link', { name: /^(Fyll i|Fortsätt)/ })
      .first()
      .evaluate((link: HTMLAnchorElement) => link.pathname + link.search);
  });

  it('in two windows of one person are shown field by field, and one is chosen', async () => {
    const other = await page.context().newPage();
    for (const window of [page, other]) {
      await window.goto(address);
      await value(window).waitFor();
    }
    await save(page, 11);
    await other.getByRole('textbox', { name: 'Kommentar' }).fill('Med filialerna');
    await value(other).fill('12');
    const box = other.getByRole('alert');
    await box.getByRole('heading', { name: 'Du har själv sparat en annan version' }).waitFor();
    const shown = await box.locator('tbody tr').allInnerTexts();
    expect(shown.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual(['Värde 12 % 11 %', 'Kommentar Med filialerna inget']);
    await other.setViewportSize({ width: 360, height: 780 });
    expect(await overflow(other)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(other)).toEqual([]);
    await box.getByRole('button', { name: 'Behåll det jag har skrivit här' }).click();
    await other.getByText('Sparat som utkast').waitFor();
    await box.waitFor({ state: 'detached' });
    expect(await value(other).inputValue()).toBe('12');
  });

  it('of two people stand side by side with who wrote the other; the one that is chosen holds, and both are in the history', async () => {
    const { page: eva } = await journeys.signedIn('eva');
    await eva.goto('/administration/personer');
    await eva.getByRole('link', { name: 'Mikael Ekdahl' }).click();
    await eva.getByLabel('Vem?').selectOption({ label: 'Maria Sundelin' });
    const today = stockholmDate(new Date().toISOString());
    for (const day of ['#ersattare-fran', '#ersattare-till']) await eva.locator(day).fill(today);
    await eva.getByRole('button', { name: 'Utse ersättare' }).click();
    const end = eva.getByRole('button', { name: 'Ta bort Maria Sundelin' });
    await end.waitFor();
    const { page: other } = await journeys.signedIn('maria');
    for (const window of [page, other]) {
      await window.goto(address);
      await value(window).waitFor();
    }
    await save(page, 21);
    await value(other).fill('22');
    const box = other.getByRole('alert');
    await box.getByRole('heading', { name: 'Någon annan har ändrat samma inmatning' }).waitFor();
    expect(await box.getByRole('columnheader').allInnerTexts()).toEqual(['Det du har skrivit här', 'Det som är sparat (Mikael Ekdahl)']);
    expect((await box.locator('tbody tr').innerText()).replaceAll(/\s+/g, ' ').trim()).toBe('Värde 22 % 21 %');
    await other.setViewportSize({ width: 360, height: 780 });
    expect(await overflow(other)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(other)).toEqual([]);
    await box.getByRole('button', { name: 'Behåll det jag har skrivit här' }).click();
    await other.getByText('Sparat som utkast').waitFor();
    const history = await other.getByRole('heading', { name: 'Vad som har hänt' }).locator('..').innerText();
    expect([/Mikael Ekdahl sparade \(21/.test(history), /Maria Sundelin.* sparade \(22/.test(history)]).toEqual([true, true]);
    await end.click();
    await end.waitFor({ state: 'detached' });
  });

  it('are shown when words kept in the browser are older than what was saved since', async () => {
    await page.goto(address);
    await page.route('**/api/entries**', (route) => route.abort());
    await value(page).fill('13');
    await page.getByText('Inte sparat än').waitFor();
    const later = await page.context().newPage();
    await later.goto(address);
    await later.getByText('Det här skrev du förra gången').waitFor();
    await later.getByRole('button', { name: 'Ta bort det' }).click();
    await later.getByText('Det här skrev du förra gången').waitFor({ state: 'detached' });
    await save(later, 14);
    await page.getByRole('textbox', { name: 'Kommentar' }).fill('Räknat på nytt');
    await later.goto(address);
    const box = later.getByRole('alert');
    await box.getByText('Räknat på nytt').waitFor();
    await box.getByRole('button', { name: 'Ta det sparade' }).click();
    await box.waitFor({ state: 'detached' });
    expect(await value(later).inputValue()).toBe('14');
  });

  it('are not made of a value and a reason for having none: one of them has to go first', async () => {
    await page.goto(address);
    await save(page, 15);
    const reason = page.getByRole('combobox', { name: 'Finns det inget värde?' });
    await reason.selectOption('not-measured');
    await page.getByText('Ange antingen ett värde eller ett skäl').first().waitFor();
    expect(await value(page).inputValue()).toBe('15');
    await page.getByText('Sparas när felet är rättat').waitFor();
    await reason.selectOption('');
    await page.getByText('Sparat som utkast').waitFor();
  });

  function value(window: Page) {
    return window.getByRole('textbox', { name: 'Värde', exact: true });
  }

  /** Types a value and waits until the server has it; says what the form says when it never gets there. */
  async function save(window: Page, number: number): Promise<void> {
    await value(window).fill(String(number));
    try {
      await window.waitForFunction(isStored, { form: formAddress(), number }, { polling: 200, timeout: 15_000 });
    } catch (error) {
      throw new Error(`${number} was not saved. The page says: ${await window.locator('main').innerText()}`, { cause: error });
    }
    await window.getByText('Sparat som utkast').waitFor();
  }

  /** Where the API has what the form is about. */
  function formAddress(): string {
    const [, , indicator = '', period = ''] = new URL(address, 'http://slusen.invalid').pathname.split('/');
    return `/api/entry-form?${new URLSearchParams({ indicator, period }).toString()}`;
  }
});

async function isStored({ form, number }: { readonly form: string; readonly number: number }): Promise<boolean> {
  const { entry } = (await (await fetch(form)).json()) as { entry?: { value?: number } };
  return entry?.value === number;
}
