import { type Visit, withBrowser } from './browser.js';
import { expectGood, expectSoon } from './expectations.js';
import { accept, invite } from './invitation.js';

describe('Somebody new', () => {
  const journeys = withBrowser();
  const cilla = { name: 'Cilla Ask', email: `cilla.ask.${Date.now()}@exempel.se`, roles: [{ role: 'förtroendevald' }] };
  let administrator: Visit;

  beforeAll(async () => void (administrator = await journeys.signedIn('eva')));

  it('is invited, chooses a password by the link, works, and is shut out at once; the link is of no more use', async () => {
    const { page } = administrator;
    await page.goto('/administration/personer');
    const link = await invite(page, cilla, expectGood);
    const newcomer = await journeys.visit({ viewport: { width: 360, height: 780 } });
    await accept(newcomer.page, { ...cilla, link }, expectGood);
    await newcomer.page.waitForURL('**/oversikt');

    await page.goto(`/administration/personer?sok=${cilla.email}`);
    await page.getByRole('link', { name: 'Cilla Ask' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cilla Ask' }).waitFor();
    await expectSoon(() => page.getByRole('button', { name: /^Avsluta/ }).count(), 1);
    await expectGood(page);
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
      await expectGood(visitor.page);
    }
  });
});
