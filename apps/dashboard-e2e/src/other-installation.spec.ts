import { setting, withBrowser } from './browser.js';
import { expectSoon } from './expectations.js';
import { PAGES } from './every-page.js';
import { firstHour, type FirstHour } from './first-hour.js';
import { workFromNothing, type AtWork } from './municipality-at-work.js';

/** Whatever must be nobody's but the demonstration's: its municipality, its contacts, its mark. */
const OF_THE_DEMONSTRATION =
  /vimmerby|exempel\.se|0492-|<ui-example-mark|är en demonstration|is a demonstration|för demonstrationen|for the demonstration/gi;

describe('An installation of another municipality, set up in the browser, with no contact set', () => {
  const journeys = withBrowser();
  let hour: FirstHour;
  let work: AtWork;
  const other = (path: string): string => setting('OTHER_URL') + path;
  const body = async (path: string): Promise<string> => (await fetch(other(path))).text();

  beforeAll(async () => {
    const first = await journeys.visit();
    hour = await firstHour(first, await journeys.visit());
    work = await workFromNothing(journeys, first);
  }, 180_000);

  it('led everyone to the set-up, which was accessible at each step', () => {
    expect(hour.led).toEqual(['/kom-igang', '/kom-igang', '/en/kom-igang']);
    expect(hour.faults).toEqual([]);
    expect(hour.second).toContain('Det finns redan en administratör');
  });

  it('let its first administrator invite somebody, who came in by the link', () => expect(hour.invited).toBe('/oversikt'));

  it('drew up a version that can be followed up, had it adopted by another, and published a figure that two people answer for', () => {
    expect(work.measurable).toMatch(/^1 av \d+ mätbar/);
    expect(work.heading).toMatch(/^10\s600\slån/);
  });

  it('was led from a new indicator to its first figure, and ticked off what was there', () => {
    expect(work.next).toContain('Det finns ingen rapportör för Biblioteket.');
    expect(work.guide).toContain('8 av 8 klart');
    expect(work.guide).toContain('Se sidan om Utlån');
  });

  it('lowered a target by a decision, which everyone can see', () => {
    for (const said of ['Målvärdet ändrades', 'från 13\u00a0000', 'till 11\u00a0500', 'lättare att nå', '§ 7'])
      expect(work.target).toContain(said);
  });

  it('leads nobody there any more, and shows the strategy in its own colour and with its own logo', async () => {
    const { page } = await journeys.visit();
    await page.goto(other('/'), { waitUntil: 'networkidle' });
    expect(new URL(page.url()).pathname).toBe('/');
    await expectSoon(() => page.getByRole('link', { name: 'Leva' }).count(), 1);
    const [colour, logo] = await page.evaluate(() => [
      getComputedStyle(document.documentElement).getPropertyValue('--accent'),
      getComputedStyle(document.querySelector('.wordmark .place') ?? document.body, '::before').backgroundImage,
    ]);
    expect(colour).toBe('#7a1f4e');
    expect(logo).toMatch(/\/logotyp\/[0-9a-f]{16}\.svg"\)$/);
    await page.goto(other('/kom-igang'));
    await page.getByText('Det är klart').waitFor();
  });

  for (const prefix of ['', '/en']) {
    for (const path of PAGES) {
      it(`shows nothing of the demonstration on ${prefix}${path}`, async () => {
        const html = await body(prefix + path);
        expect(html.length).toBeGreaterThan(1000);
        // The address that was asked for is the asker's.
        expect(html.replaceAll('fler-bor-i-vimmerby', '').match(OF_THE_DEMONSTRATION)).toBeNull();
      });
    }
  }

  it('shows nothing of it where people sign in', async () => {
    const { page } = await journeys.visit();
    for (const path of ['/logga-in', '/en/logga-in']) {
      await page.goto(other(path), { waitUntil: 'networkidle' });
      await page.getByRole('button').first().waitFor();
      expect((await page.content()).match(OF_THE_DEMONSTRATION)).toBeNull();
    }
  });

  it('names its own municipality, and says what is not set', async () => {
    for (const [path, words] of [
      ['/tillganglighet', ['Hultsfreds kommun står bakom', 'kontaktuppgifter är inte angivna än']],
      ['/en/tillganglighet', ['Hultsfreds kommun is behind', 'no contact has been set yet']],
      ['/personuppgifter', ['Hultsfreds kommun är personuppgiftsansvarig', 'Dataskyddsombudets adress är inte angiven än']],
      ['/en/personuppgifter', ['Hultsfreds kommun is the controller', 'data protection officer has not been set yet']],
    ] as const) {
      const html = await body(path);
      for (const word of words) expect(html).withContext(path).toContain(word);
    }
  });
});
