import { accessibilityFaults, layoutShift, overflow, passwordOf, show, withBrowser } from './browser.js';
import { MOST_SHIFT } from './every-page.js';
import { TOTP } from 'otpauth';

describe('Signed in', () => {
  const journeys = withBrowser();

  const DESKS: readonly [username: string, path: string, heading: RegExp][] = [
    ['anna', '/mina-uppgifter', /Mina uppgifter/],
    ['karin', '/granskning', /Granskning/],
    ['maria', '/oversikt', /.+/],
    ['anna', '/atgarder', /Åtgärder/],
    ['karin', '/atgarder/en-vag-in-for-foretag', /Ändra åtgärden/],
    ['eva', '/dolj', /Dölj det som publicerats av misstag/],
    ['eva', '/administration/personer', /Personer/],
    ['eva', '/administration/aktorer', /Aktörer/],
    ['eva', '/administration/post', /Utgående post/],
    ['eva', '/administration/jobb', /Jobb som inte gick att göra/],
    ['eva', '/administration/inlasningar', /Inläsningar/],
    ['eva', '/administration/inlasningar/1', /.+/],
    ['eva', '/administration/gallring', /Gallring/],
    ['eva', '/administration/indikatorer', /Sköta indikatorer/],
    ['eva', '/administration/indikatorer/folkmangd', /Folkmängd/],
    ['eva', '/administration/indikatorer/ny', /Ny indikator/],
    ['eva', '/nycklar', /Systemnycklar/],
    ['anna', '/konto', /Anna Lindeborg|konto/i],
  ];
  for (const [username, path, heading] of DESKS) {
    it(`${path} is accessible on a telephone and at a desk`, async () => {
      const { page, faults } = await journeys.signedIn(username);
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText('Du har inte behörighet').waitFor({ state: 'detached' });
      await page.waitForLoadState('networkidle');
      for (const width of [360, 1440]) {
        await show(page, { viewport: { width, height: 900 } });
        expect(await accessibilityFaults(page))
          .withContext(`${path} at ${width} px`)
          .toEqual([]);
        expect(await overflow(page))
          .withContext(`${path} at ${width} px`)
          .toBeLessThanOrEqual(0);
      }
      expect(faults).toEqual([]);
    });
  }

  for (const [window, width] of [
    ['a telephone', 360],
    ['a desk', 1440],
  ] as const) {
    it(`stands still while it loads, on ${window}, the open pages too`, async () => {
      const { page } = await journeys.signedIn('karin', { viewport: { width, height: 780 } });
      for (const path of ['/granskning', '/mina-uppgifter', '/konto', '/', '/indikator/folkmangd', '/indikatorer', '/metod']) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        expect(await layoutShift(page))
          .withContext(path)
          .toBeLessThanOrEqual(MOST_SHIFT);
      }
    });
  }

  it('stands still on a telephone where a figure is entered and where it is reviewed', async () => {
    const telephone = { viewport: { width: 360, height: 780 } };
    const [reporter, reviewer] = [await journeys.signedIn('anna', telephone), await journeys.signedIn('karin', telephone)];
    const desks = [
      [reporter, '/mina-uppgifter', /^(Fyll i|Fortsätt)/],
      [reviewer, '/granskning', /^Granska/],
    ] as const;
    for (const [{ page }, list, way] of desks) {
      await page.goto(list);
      const path = await page.getByRole('link', { name: way }).first().getAttribute('href');
      await page.goto(path ?? '');
      await page.waitForLoadState('networkidle');
      expect(await layoutShift(page))
        .withContext(path ?? list)
        .toBeLessThanOrEqual(MOST_SHIFT);
    }
  });

  it('finds the place in a long list again when it is loaded anew', async () => {
    const { page } = await journeys.signedIn('anna', { viewport: { width: 360, height: 780 } });
    await page.goto('/mina-uppgifter');
    await page
      .getByRole('link', { name: /^Fyll i/ })
      .last()
      .waitFor();
    // Far from the end of the list, which grows shorter as others send in what is theirs.
    const place = 400;
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), place);
    await page.reload();
    await page.waitForFunction((top) => Math.abs(scrollY - top) <= 1, place);
  });

  it('shows a page of another role as one without access, with the skip link leading to its own content', async () => {
    const { page } = await journeys.signedIn('anna');
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto('/granskning');
    await page.getByRole('heading', { level: 1, name: 'Du har inte behörighet' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/granskning');
    expect(await page.locator('.skip-link').getAttribute('href')).toBe('/granskning#innehall');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('brings whoever was sent to sign in back to where they were going', async () => {
    const { page } = await journeys.visit();
    await page.goto('/mina-uppgifter');
    await page.waitForURL('**/logga-in**');
    await page.getByLabel('Användarnamn').fill('anna');
    await page.getByLabel('Lösenord').fill(await passwordOf('anna'));
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.waitForURL('**/mina-uppgifter');
    await page.getByRole('heading', { level: 1, name: 'Mina uppgifter' }).waitFor();
  });

  it('says without JavaScript that it needs it, in the language of the page, and public pages do not', async () => {
    const { page } = await journeys.visit({ javaScriptEnabled: false });
    const pages = [
      ['/logga-in', 'kräver JavaScript', 'requires JavaScript', '/'],
      ['/en/mina-uppgifter', 'requires JavaScript', 'kräver JavaScript', '/en/'],
    ] as const;
    for (const [path, said, unsaid, start] of pages) {
      await page.goto(path);
      const text = await page.locator('body').innerText();
      expect([text.includes(said), text.includes(unsaid)])
        .withContext(path)
        .toEqual([true, false]);
      await page.locator('noscript a:visible').click();
      expect(new URL(page.url()).pathname).toBe(start);
      expect(await page.locator('body').innerText()).not.toContain('JavaScript');
    }
  });

  it('says the same for a wrong password and an unknown name', async () => {
    const { page } = await journeys.visit();
    const answers: string[] = [];
    for (const username of ['anna', 'nobody']) {
      await page.goto('/logga-in');
      await page.getByLabel('Användarnamn').fill(username);
      await page.getByLabel('Lösenord').fill('not the password');
      await page.getByRole('button', { name: 'Logga in' }).click();
      answers.push(await page.getByRole('alert').or(page.locator('.banner')).first().innerText());
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]?.length).toBeGreaterThan(10);
  });

  it('asks for a code from a telephone beside the password, once somebody has set that up', async () => {
    const { page } = await journeys.signedIn('lena');
    await page.goto('/konto');
    await page.getByRole('button', { name: 'Ordna tvåstegsverifiering' }).click();
    await page.getByRole('img', { name: /QR-kod/ }).waitFor();
    for (const width of [360, 1440]) {
      await show(page, { viewport: { width, height: 900 } });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    const app = new TOTP({ secret: ((await page.locator('.steps code').textContent()) ?? '').replaceAll(' ', '') });
    await page.getByLabel('Kod från appen').fill(app.generate());
    await page.getByRole('button', { name: 'Slå på' }).click();
    await page.locator('.codes').waitFor();
    const codes = await page.locator('.codes li').allInnerTexts();
    expect(codes.length).toBe(10);
    await show(page, { viewport: { width: 360, height: 900 } });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Jag har sparat koderna' }).click();
    await page.getByRole('button', { name: 'Logga ut här' }).click();
    await page.waitForURL((url) => !url.pathname.includes('konto'));
    await page.goto('/logga-in');
    await page.getByLabel('Användarnamn').fill('lena');
    await page.getByLabel('Lösenord').fill(await passwordOf('lena'));
    await page.keyboard.press('Enter');
    await page.getByLabel('Kod', { exact: true }).waitFor();
    await page.keyboard.type(codes[0] ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('logga-in'));
    await page.goto('/konto');
    await page.getByRole('button', { name: 'Stäng av' }).click();
    await page.getByLabel('Ditt lösenord').fill(await passwordOf('lena'));
    await page.getByLabel('Kod från appen, eller en reservkod').fill(codes[1] ?? '');
    await page.getByRole('button', { name: 'Stäng av' }).click();
    await page.getByText('Tvåstegsverifieringen är avstängd.').waitFor();
  });

  it('ends every session of the account from one place', async () => {
    const here = await journeys.signedIn('lena');
    const there = await journeys.signedIn('lena');
    await here.page.goto('/konto');
    await here.page.getByRole('button', { name: /logga ut överallt/i }).click();
    await here.page.waitForURL((url) => !url.pathname.includes('konto'));
    await there.page.goto('/mina-uppgifter');
    await there.page.waitForURL('**/logga-in**');
    expect(new URL(there.page.url()).pathname).toBe('/logga-in');
  });
});
