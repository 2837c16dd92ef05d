import type { GridDraft } from '@slusen/contracts';
import { aGrid, aGridRow } from '../../../testing/grid.js';
import { FakeApi, ok } from '../../../testing/fake-api.js';
import { aSite } from '../../../testing/people.js';
import { showPage } from '../../../testing/show-page.js';
import { SAVE_AFTER } from '../save-after.js';
import { GridPage } from './grid-page.js';

const [ROWS, COLUMNS] = [200, 40];
const LIMITS = { edit: 1_000, paste: 1_000, key: 100 };

describe('a grid of 200 × 40', () => {
  const periods = Array.from({ length: COLUMNS }, (_, at) => `${2016 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
  const rows = Array.from({ length: ROWS }, (_, at) =>
    aGridRow(
      periods.map((_, column) => (column % 2 ? {} : { figure: { value: at * column, quality: 'final' } })),
      { indicator: { slug: `indikator-${at}`, name: { sv: `Indikator ${at}` } } },
    ),
  );
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  it('takes a first key within a second, 2,000 pasted cells within a second, and each key within a tenth of one', async () => {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/grid', ok(aGrid(rows, { periods })));
    const since = performance.now();
    const { element } = await showPage(GridPage, { as: ['reporter'], providers: [{ provide: SAVE_AFTER, useValue: 600_000 }] });
    const grid = element.querySelector<HTMLElement>('.grid-box')!;
    grid.focus();
    const press = (key: string) =>
      (document.activeElement ?? grid).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('1');
    await frame();
    expect(element.querySelector('.grid-field')).not.toBeNull();
    const edit = performance.now() - since;

    const keys: number[] = [];
    for (let at = 0; at < 40; at++) {
      const before = performance.now();
      const field = element.querySelector<HTMLInputElement>('.grid-field');
      if (field) {
        field.value = `${at}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      press(at % 2 ? '2' : 'Enter');
      await frame();
      keys.push(performance.now() - before);
    }
    press('Escape');
    await frame();

    const data = new DataTransfer();
    data.setData(
      'text/plain',
      Array.from({ length: 100 }, (_, at) => Array.from({ length: 20 }, (_, column) => `${at + column},5`).join('\t')).join('\n'),
    );
    press('ArrowUp');
    const before = performance.now();
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    await frame();
    const paste = performance.now() - before;
    const usual = keys.toSorted((a, b) => a - b).at(Math.floor(keys.length * 0.75)) ?? 0;
    const kept = Object.entries(localStorage).find(([key]) => key.endsWith('/rutnat'))?.[1] as string;
    console.log(`200 × 40: first key ${edit.toFixed(0)} ms, 2,000 cells pasted ${paste.toFixed(0)} ms, a key ${usual.toFixed(0)} ms`);
    expect(Object.keys(JSON.parse(kept) as Record<string, GridDraft>).length).toBeGreaterThanOrEqual(2_000);
    expect([edit < LIMITS.edit, paste < LIMITS.paste, usual < LIMITS.key])
      .withContext(`${edit} ${paste} ${usual}`)
      .toEqual([true, true, true]);
    // Only what is in sight is drawn.
    expect(element.querySelectorAll('[role=gridcell]').length).toBeLessThan(1_200);
  });
});
