import type { Page } from 'playwright-core';
import { accessibilityFaults, Journeys, overflow, show, type Visit } from './browser.js';
import { accept, invite } from './invitation.js';

describe('Somebody new', () => {
  const journeys = new Journeys();
  const cilla = { name: 'Cilla Ask', email: `cilla.ask.${Date.now()}@exempel.se`, roles: [{ role: 'förtroendevald' }] };
  let administrator: Visit;

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
    await journeys.open();
    administrator = await journeys.signedIn('eva');
  }, 60_000);

  afterAll(() => journeys.close());

  const accessible = async (page: Page): Promise<void> => {
    for (const width of [360, 1440]) {
      await show(page, { viewport: { width, height: 900 } });
      expect(await accessibilityFaults(page))
        .withContext(`${page.url()} at ${width} px`)
        .toEqual([]);
      expect(await overflow(page))
        .withContext(`${page.url()} at ${width} px`)
        .toBeLessThanOrEqual(0);
    }
  };

  it('is invited, chooses a password by the link, works, and is shut out at once; the link is of no more use', async () => {
    const { page } = administrator;
    await page.goto('/administration/personer');
    const link = await invite(page, cilla, accessible);
    const newcomer = await journeys.visit({ viewport: { width: 360, height: 780 } });
    await accept(newcomer.page, { ...cilla, link }, accessible);
    await newcomer.page.waitForURL('**/oversikt');

    await page.goto(`/administration/personer?sok=${cilla.email}`);
    await page.getByRole('link', { name: 'Cilla Ask' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cilla Ask' }).waitFor();
    expect(await page.getByRole('button', { name: /^Avsluta/ }).count()).toBe(1);
    await accessible(page);
    await page.getByRole('button', { name: 'Stäng av kontot' }).click();
    await page.getByText('Kontot är avstängt.').waitFor();
    await newcomer.page.goto('/oversikt');
    await newcomer.page.waitForURL('**/logga-in**');

    const visitor = await journeys.visit({ viewport: { width: 360, height: 780 } });
    for (const [address, heading] of [
      [link, 'Länken är redan använd'],
      [link.slice(0, -1), 'Länken är inte hel'],
    ] as const) {
      await visitor.page.goto('about:blank');
      await visitor.page.goto(address);
      await visitor.page.getByRole('heading', { name: heading }).waitFor();
      await accessible(visitor.page);
    }
  });
});
