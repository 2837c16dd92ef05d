import { type Visit, withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

const AREA = '/omrade/leva';
const DECISION = 'KS 2026/12 § 4';

describe('What was published by mistake', () => {
  const journeys = withBrowser();
  let administrator: Visit;
  let text: string;

  beforeAll(async () => {
    administrator = await journeys.signedIn('eva');
    text = await administrator.page.evaluate(async () => {
      const area = (await (await fetch('/api/areas/leva')).json()) as { description: { sv: string } };
      return area.description.sv.slice(0, 120);
    });
  });

  /** What somebody sees on the open page of the area, without scripts. */
  async function shown(): Promise<string> {
    const { page } = await journeys.visit({ javaScriptEnabled: false });
    await page.goto(AREA);
    return page.locator('main').innerText();
  }
  it('is found, hidden by a decision that stands in its place, and shown again by another, by keyboard alone', async () => {
    const { page } = administrator;
    expect(await shown()).toContain(text);
    await page.goto('/dolj');
    await page.getByLabel('Text som visas').fill(text);
    await page.keyboard.press('Enter');
    const findings = page.getByRole('region', { name: 'Det som hittades' });
    await findings.getByRole('checkbox').first().press('Space');
    await expectGood(page);
    await findings.getByLabel('Beslut').fill(DECISION);
    await page.keyboard.press('Enter');
    await page.getByText('Ett ställe är dolt.').waitFor();
    const without = await shown();
    expect(without).not.toContain(text);
    expect(without).toMatch(/\[dolt \d{4}-\d\d-\d\d: personuppgift, KS 2026\/12 § 4, sha256 [0-9a-f]{16}\]/);

    const hidden = page.getByRole('region', { name: 'Dolt nu' });
    await hidden.getByRole('checkbox', { name: /leva/ }).press('Space');
    await expectGood(page);
    await hidden.getByLabel('Beslut').fill('KS 2026/13 § 5');
    await page.keyboard.press('Enter');
    await page.getByText('Ett ställe visas igen.').waitFor();
    // What is shown again is in no hurry: for a second the page from before may be shown.
    for (let tries = 0; tries < 5 && !(await shown()).includes(text); tries++) await page.waitForTimeout(500);
    expect(await shown()).toContain(text);
  });
});
