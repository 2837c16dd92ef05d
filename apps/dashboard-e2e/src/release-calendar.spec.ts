import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

describe('The calendar of what is expected', () => {
  const journeys = withBrowser();

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
