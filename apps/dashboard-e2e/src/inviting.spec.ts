import { accessibilityFaults, Journeys, overflow, show, type Visit } from './browser.js';

const PASSWORD = 'tre gröna cyklar i rad';

describe('Somebody new', () => {
  const journeys = new Journeys();
  const email = `cilla.ask.${Date.now()}@exempel.se`;
  let administrator: Visit;

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
    await journeys.open();
    administrator = await journeys.signedIn('eva');
  }, 60_000);

  afterAll(() => journeys.close());

  const accessible = async ({ page }: Visit): Promise<void> => {
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
    await page.getByText('Bjud in en person').click();
    await page.getByLabel('Namn', { exact: true }).fill('Cilla Ask');
    await page.getByLabel('E-postadress', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Lägg till behörighet' }).click();
    await page.getByLabel('Roll', { exact: true }).selectOption({ label: 'förtroendevald' });
    await accessible(administrator);
    await page.getByRole('button', { name: 'Bjud in', exact: true }).click();
    await page.getByRole('link', { name: 'Se brevet under Utgående post.' }).click();

    await page.getByRole('button', { name: 'Visa brevet Cilla Ask' }).first().click();
    const letter = await page.locator('.letter').innerText();
    const [link = ''] = /http:\S+/.exec(letter) ?? [];
    await accessible(administrator);

    const newcomer = await journeys.visit({ viewport: { width: 360, height: 780 } });
    await newcomer.page.goto(link);
    await newcomer.page.getByRole('heading', { name: 'Välkommen Cilla Ask!' }).waitFor();
    await accessible(newcomer);
    await newcomer.page.getByLabel('Lösenord').fill(PASSWORD);
    await newcomer.page.getByRole('button', { name: 'Spara lösenordet' }).click();
    await newcomer.page.getByRole('link', { name: 'Logga in' }).last().click();
    await newcomer.page.getByLabel('Användarnamn').fill(email);
    await newcomer.page.getByLabel('Lösenord').fill(PASSWORD);
    await newcomer.page.getByRole('button', { name: 'Logga in' }).click();
    await newcomer.page.waitForURL('**/oversikt');

    await page.goto(`/administration/personer?sok=${email}`);
    await page.getByRole('link', { name: 'Cilla Ask' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cilla Ask' }).waitFor();
    expect(await page.getByRole('button', { name: /^Avsluta/ }).count()).toBe(1);
    await accessible(administrator);
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
      await accessible(visitor);
    }
  });
});
