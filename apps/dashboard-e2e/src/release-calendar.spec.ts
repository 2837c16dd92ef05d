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

  /** The days of a calendar that others follow, by the name of each event. */
  async function followed(page: Page, address: string): Promise<Map<string, string>> {
    const answer = await page.request.get(address);
    expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]).getAllSubcomponents('vevent');
    return new Map(events.map((one) => new ICAL.Event(one)).map(({ uid, startDate }) => [uid, startDate.toString()]));
  }

  it('is led to from the start page, narrowed to an area, and followed from any other calendar, in both languages', async () => {
    const { page, faults } = await journeys.visit();
    await page.goto('/');
    await page.getByRole('link', { name: 'När nästa siffror väntas' }).click();
    await page.getByRole('heading', { level: 1, name: 'När siffrorna väntas' }).waitFor();
    await page.getByRole('region', { name: 'Försenat' }).waitFor();
    const all = await page.locator('main section li').count();
    await page.getByRole('navigation', { name: 'Månader' }).getByRole('link', { name: 'Försenat' }).click();
    await page.waitForURL('**/kalender#forsenat');
    await page.getByRole('link', { name: 'Leva', exact: true }).click();
    await page.waitForURL('**/kalender?omrade=leva');
    await page.getByRole('heading', { level: 1, name: 'När siffrorna väntas: Leva' }).waitFor();
    const those = await page.locator('main section li').count();
    expect(those).toBeLessThan(all);
    await page.getByText('Följ dagarna i din egen kalender').click();
    await expectGood(page);

    const address = await page.getByRole('link', { name: '/kalender.ics' }).getAttribute('href');
    const swedish = await followed(page, address ?? '');
    expect([address, swedish.size]).toEqual(['/kalender.ics?area=leva', those]);
    expect((await followed(page, '/kalender.ics')).size).toBe(all);

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'When figures are expected: Live' }).waitFor();
    await page.getByText('Follow the days in your own calendar').click();
    await expectGood(page);
    expect(await followed(page, (await page.getByRole('link', { name: '/kalender.ics' }).getAttribute('href')) ?? '')).toEqual(swedish);
    expect(faults).toEqual([]);
  });
});
