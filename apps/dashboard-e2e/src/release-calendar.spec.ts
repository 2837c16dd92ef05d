import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { accessibilityFaults, Journeys, overflow, show } from './browser.js';

describe('The calendar of what is expected', () => {
  const journeys = new Journeys();

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
    await journeys.open();
  }, 60_000);

  afterAll(() => journeys.close());

  async function expectGood(page: Page): Promise<void> {
    for (const [width, colorScheme] of [
      [390, 'dark'],
      [1440, 'light'],
    ] as const) {
      // prettier-ignore
      await show(page, { viewport: { width, height: 900 }, colorScheme });
      expect(await accessibilityFaults(page)).withContext(`${page.url()} ${width}`).toEqual([]); // prettier-ignore
      expect(await overflow(page)).withContext(`${page.url()} ${width}`).toBeLessThanOrEqual(0); // prettier-ignore
    }
  }

  /** The indicators of the figures that a calendar to follow tells of; others publish meanwhile, but each has a next figure. */
  async function followed(page: Page, address: string | null): Promise<Set<string>> {
    const answer = await page.request.get(address ?? '');
    expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]).getAllSubcomponents('vevent');
    return new Set(events.map((one) => new ICAL.Event(one).uid.split('.')[0] ?? ''));
  }

  /** Those of the figures that the page tells of. */
  async function shown(page: Page): Promise<Set<string>> {
    await page
      .getByRole('region', { name: /^Försenat|^Overdue/ })
      .first()
      .waitFor();
    const links = page.locator('main section a[href*="/indikator/"]');
    return new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? '')));
  }

  it('is led to from the start page, narrowed to an area, and followed from any other calendar, in both languages', async () => {
    const { page, faults } = await journeys.visit();
    await page.goto('/');
    await page.getByRole('link', { name: 'När nästa siffror väntas' }).click();
    await page.getByRole('heading', { level: 1, name: 'När siffrorna väntas' }).waitFor();
    const all = await shown(page);
    await page
      .getByRole('navigation', { name: 'Månader' })
      .getByRole('link', { name: /^Försenat \(/ })
      .click();
    await page.waitForURL('**/kalender#forsenat');
    await page.getByRole('link', { name: 'Leva', exact: true }).click();
    await page.waitForURL('**/kalender?omrade=leva');
    await page.getByRole('heading', { level: 1, name: 'När siffrorna väntas: Leva' }).waitFor();
    const those = await shown(page);
    expect(those.size).toBeLessThan(all.size);
    await page.getByText('Följ dagarna i din egen kalender').click();
    await expectGood(page);

    const file = page.getByRole('link', { name: '/kalender.ics' });
    expect(await file.getAttribute('href')).toBe('/kalender.ics?area=leva');
    expect(await followed(page, '/kalender.ics?area=leva')).toEqual(those);
    expect(await followed(page, '/kalender.ics')).toEqual(all);

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'When figures are expected: Live' }).waitFor();
    await page.getByText('Follow the days in your own calendar').click();
    await expectGood(page);
    expect(await followed(page, await file.getAttribute('href'))).toEqual(those);
    expect(await shown(page)).toEqual(those);
    expect(faults).toEqual([]);
  });
});
