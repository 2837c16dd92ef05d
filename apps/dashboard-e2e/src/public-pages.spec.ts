import { scriptsOf, weightOf, withBrowser } from './browser.js';

describe('Public pages', () => {
  const journeys = withBrowser();

  it('can be read and searched without JavaScript', async () => {
    const { page } = await journeys.visit({ javaScriptEnabled: false });
    await page.goto('/');
    await page.getByRole('searchbox').fill('folkmängd');
    await page.getByRole('button', { name: 'Sök' }).click();
    await page.getByRole('link', { name: 'Folkmängd 31 december' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('15\u00a0327');
    await page.getByText('Varför?').first().click();
    await page.getByText('Förväntat enligt målbanan').first().waitFor();
    const picture = page.locator('picture img').first();
    await picture.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBeTrue();
    await page.getByRole('cell', { name: '15\u00a0327' }).first().waitFor();
  });

  it('are not found, and nothing worse, at addresses that are properties of every object or cannot be read', async () => {
    const { page } = await journeys.visit();
    const inherited = Object.getOwnPropertyNames(Object.prototype).flatMap((name) =>
      ['', '/en', '/omrade', '/indikator', '/mal'].flatMap((before) => [`${before}/${name}`, `${before}/${name}/x`]),
    );
    const unreadable = ['/%63onstructor', '/%ff', '/mal/%00', '/indikator/%ED%A0%80', '/@x', `/${'a'.repeat(3000)}`, '/.env', '/-', '/-/x'];
    for (const path of [...inherited, ...unreadable])
      expect([400, 404])
        .withContext(path.slice(0, 60))
        .toContain((await page.request.get(path)).status());
  });

  it('keep the page when the language changes, and go back to where one was', async () => {
    const { page } = await journeys.visit();
    await page.goto('/');
    await page.getByRole('link', { name: 'Leva' }).click();
    await page.waitForURL('**/omrade/leva');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/en/omrade/leva');
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForURL(({ pathname }) => pathname === '/omrade/leva');
    await page.getByRole('heading', { level: 1, name: /livsmiljöer|Leva/ }).waitFor();
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForURL(({ pathname }) => pathname === '/');
    await page.getByRole('heading', { level: 2, name: 'Utvecklingsområden' }).waitFor();
  });

  it('bring whoever goes back to the same place in a long list, also from a page that was loaded', async () => {
    const { page } = await journeys.visit({ viewport: { width: 360, height: 780 } });
    const row = (): Promise<number> =>
      page
        .locator('main li')
        .nth(20)
        .evaluate((item) => item.getBoundingClientRect().top);
    await page.goto('/indikatorer', { waitUntil: 'networkidle' });
    await page.locator('main li').nth(20).scrollIntoViewIfNeeded();
    const before = await row();
    await page.locator('main li').nth(20).getByRole('link').click();
    await page.waitForURL('**/indikator/**');
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.waitForURL('**/indikatorer');
    await page.locator('main li').nth(20).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await row()).toBeCloseTo(before, -1);
    await page.goto('/en');
    await page.goBack({ waitUntil: 'networkidle' });
    expect(await row()).toBeCloseTo(before, -1);
  });

  it('let the keyboard stop at every chart, however fast it goes', async () => {
    const { page } = await journeys.visit();
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/indikator/folkmangd', { waitUntil: 'networkidle' });
      const charts = await page.locator('canvas').count();
      expect(charts).toBeGreaterThan(0);
      const reached = new Set<string>();
      for (let step = 0; step < 200 && reached.size < charts; step++) {
        await page.keyboard.press('Tab');
        const [role, at] = await page.evaluate(() => {
          const element = document.activeElement;
          return [element?.getAttribute('role'), String([...document.querySelectorAll('.stage')].indexOf(element as Element))];
        });
        if (role === 'application') reached.add(at ?? '');
      }
      expect(reached.size).withContext(`${width} px`).toBe(charts);
    }
  });

  it('lead with the keyboard from the skip link to the content', async () => {
    const { page } = await journeys.visit();
    await page.goto('/indikator/folkmangd');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Hoppa till innehållet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('innehall');
  });

  it('give the series as a file for people and one for Swedish Excel', async () => {
    const { page } = await journeys.visit();
    await page.goto('/indikator/folkmangd');
    const plain = await page.request.get((await page.getByRole('link', { name: 'Hämta som CSV' }).getAttribute('href')) ?? '');
    expect(await plain.text()).toContain('15327');
    const excel = await page.request.get((await page.getByRole('link', { name: 'Hämta för svenskt Excel' }).getAttribute('href')) ?? '');
    expect((await excel.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('share no more than 80 KiB of scripts, so that the first page is soon there', async () => {
    const [about, privacy] = [await scriptsAt('/om'), await scriptsAt('/personuppgifter')];
    const shared = new Map([...about].filter(([path]) => privacy.has(path)));
    expect(shared.size).toBeGreaterThan(2);
    expect(weightOf(shared)).withContext('KiB of scripts, brotli').toBeLessThanOrEqual(80);
  });

  it('answer 404 and 503 with a page that says what to do', async () => {
    const { page } = await journeys.visit();
    const answer = await page.goto('/finns-inte');
    expect(answer?.status()).toBe(404);
    await page.getByRole('link', { name: /start/i }).first().waitFor();
  });

  /** The scripts a page fetches for someone who comes for the first time. */
  async function scriptsAt(path: string): Promise<Map<string, number>> {
    const { page } = await journeys.visit();
    await page.goto(path, { waitUntil: 'networkidle' });
    return scriptsOf(page);
  }
});
