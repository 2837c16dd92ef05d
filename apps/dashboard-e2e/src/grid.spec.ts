import type { GridView } from '@slusen/contracts';
import { parsePeriod, periodCode, shiftPeriod } from '@slusen/domain';
import type { Page } from 'playwright-core';
import { show, withBrowser } from './browser.js';
import { expectGood } from './expectations.js';

const FIGURES = 12;

describe('Twelve known figures', () => {
  const journeys = withBrowser();

  const read = (page: Page, query = ''): Promise<GridView> =>
    page.evaluate((asked) => fetch(`/api/grid${asked}`).then((answer) => answer.json()), query);

  it('are filled in by keys and by a block of a spreadsheet, and submitted at once, in well under a minute', async () => {
    const { page } = await journeys.signedIn('johan');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const before = await read(page);
    // A stretch of the first series that nobody has written in: the twelve periods before all that is there.
    const last = shiftPeriod(parsePeriod(before.periods[0] ?? ''), -25);
    const [from, to] = [shiftPeriod(last, 1 - FIGURES), last].map(periodCode);
    const row = before.rows.find(({ cells }) => cells.some(({ figure, closed }) => figure?.value !== undefined && !closed));
    const known = row?.cells.findLast(({ figure }) => figure?.value !== undefined)?.figure?.value ?? 10;
    const figures = Array.from({ length: FIGURES }, (_, at) => Math.round(known) + (at % 3));
    await page.goto(`/rutnat?takt=${before.cadence}&fran=${from}&till=${to}`);
    const grid = page.getByRole('grid', { name: 'Rutnät' });
    await grid.waitFor();
    const at = before.rows.indexOf(row as GridView['rows'][number]);
    const since = performance.now();
    await grid.focus();
    await page.keyboard.press('Control+Home');
    for (let down = 0; down < at; down++) await page.keyboard.press('ArrowDown');
    for (const figure of figures.slice(0, 6)) {
      await page.keyboard.type(String(figure));
      await page.keyboard.press('Tab');
    }
    await page.evaluate((text) => navigator.clipboard.writeText(text), figures.slice(6).join('\t'));
    await page.keyboard.press('Control+v');
    await page.getByText('Inklistrat: 6 celler.').waitFor();
    await page.getByText('Sparat som utkast').waitFor();
    const entered = performance.now() - since;
    await expectGood(page, 'grid');
    await show(page, { viewport: { width: 1440, height: 900 } });
    await page.getByRole('button', { name: `Lämna in ${FIGURES} värden` }).press('Enter');
    await page.getByText(/^Inlämnat: 12 värden\./).waitFor();
    await expectGood(page, 'grid-submitted');
    console.log(`Twelve figures entered in the grid: ${Math.round(entered)} ms`);
    expect(entered).toBeLessThan(20_000);
    const after = await read(page, `?cadence=${before.cadence}&from=${from}&to=${to}`);
    expect(after.rows[at]?.cells.map(({ entry }) => [entry?.value, entry?.state])).toEqual(figures.map((figure) => [figure, 'submitted']));
  });

  it('stand in the browser when the line is down, and are saved when it is back, also after the tab was closed', async () => {
    const { page } = await journeys.signedIn('johan');
    await page.goto('/rutnat');
    const grid = page.getByRole('grid', { name: 'Rutnät' });
    await grid.waitFor();
    await page.route('**/api/grid/drafts', (route) => route.abort());
    await grid.focus();
    await page.keyboard.type('abc');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    const view = await read(page);
    const open = view.rows.flatMap(({ cells }, line) =>
      cells.flatMap(({ closed, entry }, column) => (closed || entry ? [] : [{ line, column }])),
    );
    const cell = open.at(0);
    if (!cell) throw new Error('The demonstration should leave something to enter');
    await page.keyboard.press('Control+Home');
    for (let down = 0; down < cell.line; down++) await page.keyboard.press('ArrowDown');
    for (let right = 0; right < cell.column; right++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.getByText(/Inte sparat än/).waitFor();
    await page.unroute('**/api/grid/drafts');
    const again = await page.context().newPage();
    await page.close();
    await again.goto('/rutnat');
    await again.getByText('Sparat som utkast').waitFor();
    const { rows } = await read(again);
    expect(rows[cell.line]?.cells[cell.column]?.entry?.value).toBe(7);
  });
});
