import type { GridDraft, GridResult, GridRow } from '@slusen/contracts';
import { aGrid, aGridEntry, aGridRow } from '../../../testing/grid.js';
import { FakeApi, NO_ANSWER, ok, refused } from '../../../testing/fake-api.js';
import { aSite } from '../../../testing/people.js';
import { showPage, textOf } from '../../../testing/show-page.js';
import { SAVE_AFTER } from '../save-after.js';
import { GridPage } from './grid-page.js';

describe('GridPage', () => {
  const SAVE = 'POST /api/grid/drafts';
  const saved = (value: number | undefined, version = 1): GridResult => ({
    outcome: 'saved',
    entry: aGridEntry({ value, version }),
    questions: [],
  });
  const second = (cells: GridRow['cells']) => aGridRow(cells, { indicator: { slug: 'lan', name: { sv: 'Lån' } } });
  const ROWS = [aGridRow([{ figure: { value: 10, quality: 'final' } }, {}, {}]), second([{}, {}, { closed: 'not-begun' }])];

  beforeEach(() => localStorage.clear());

  async function showGrid({ rows = ROWS, api = new FakeApi(), saveAfter = 60_000 } = {}) {
    api.on('GET /api/site', ok(aSite())).on('GET /api/grid', ok(aGrid(rows)));
    const shown = await showPage(GridPage, { as: ['reporter'], providers: [{ provide: SAVE_AFTER, useValue: saveAfter }] });
    const grid = shown.screen.getByRole('grid', { name: 'Rutnät' });
    grid.focus();
    const settle = async () => {
      await shown.settled();
    };
    const press = async (key: string, more: KeyboardEventInit = {}) => {
      const target = document.activeElement ?? grid;
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
      target.dispatchEvent(event);
      await settle();
      return event;
    };
    /** Types into the cell that keys go to, and confirms it. */
    const type = async (text: string, confirm = 'Enter') => {
      await press(text[0] ?? '');
      const field = shown.element.querySelector<HTMLInputElement>('.grid-field')!;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await press(confirm);
    };
    const clipboard = async (kind: 'copy' | 'cut' | 'paste', text = '') => {
      const data = new DataTransfer();
      if (text) data.setData('text/plain', text);
      grid.dispatchEvent(new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true }));
      await settle();
      return data.getData('text/plain');
    };
    const cells = () => shown.screen.getAllByRole('gridcell').map((cell) => textOf(cell));
    const active = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    return { ...shown, api, grid, press, type, clipboard, cells, active, settle };
  }
  const sent = (api: FakeApi) =>
    api.of(SAVE).flatMap(({ body }) => (body as { cells: GridDraft[] }).cells.map(({ period, value }) => [period, value]));

  it('is a grid with names, counts and one stop for Tab', async () => {
    const { grid, screen, active } = await showGrid();
    expect([grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')]).toEqual(['3', '4']);
    expect(screen.getAllByRole('columnheader').map(textOf)).toEqual(['Indikator', 'kvartal 1 2026', 'kvartal 2 2026', 'kvartal 3 2026']);
    expect(grid.querySelectorAll('[tabindex]').length).toBe(0);
    expect([textOf(active()), active()?.getAttribute('aria-selected')]).toEqual(['10', 'true']);
  });

  it('writes where the keys go, and down with Enter, right with Tab, not at all with Escape', async () => {
    const { type, press, cells } = await showGrid();
    await press('ArrowRight');
    await type('5', 'Tab');
    await type('6');
    await press('ArrowLeft');
    await type('7', 'Escape');
    expect(cells()).toEqual(['10', '5 , inte sparat än', '6 , inte sparat än', '', '', ', går inte att fylla i']);
  });

  it('leaves by Tab after Escape, and from its last cell', async () => {
    const { press } = await showGrid();
    expect((await press('Tab')).defaultPrevented).toBe(true);
    await press('Escape');
    expect((await press('Tab')).defaultPrevented).toBe(false);
    await press('End', { ctrlKey: true });
    expect((await press('Tab')).defaultPrevented).toBe(false);
  });

  it('opens what stands there with F2, and says where nothing can be written', async () => {
    const { press, element, screen } = await showGrid();
    await press('F2');
    expect(element.querySelector<HTMLInputElement>('.grid-field')?.value).toBe('10');
    await press('Escape');
    await press('End', { ctrlKey: true });
    await press('4');
    expect(element.querySelector('.grid-field')).toBeNull();
    expect(screen.getByText('Cellen går inte att skriva i.')).toBeTruthy();
  });

  it('takes a block of Excel, and saves it with one request; empty and closed cells stay', async () => {
    const api = new FakeApi().on(SAVE, ok({ results: [saved(1234.5), saved(11), saved(7)] }));
    const { clipboard, cells, screen } = await showGrid({ api, saveAfter: 1 });
    await clipboard('paste', '"1\u202f234,5"\t\t11\r\n\t7\t9\r\n');
    expect(screen.getByText('Inklistrat: 3 celler. 1 fick inte plats eller går inte att skriva i.')).toBeTruthy();
    await screen.findByText('Sparat som utkast');
    expect(sent(api)).toEqual([
      ['2026-Q1', 1234.5],
      ['2026-Q3', 11],
      ['2026-Q2', 7],
    ]);
    expect(api.of(SAVE).length).toBe(1);
    expect(cells()).toEqual(['1 234,5 , utkast', '', '11 , utkast', '', '7 , utkast', ', går inte att fylla i']);
  });

  it('copies what is selected, cuts, fills down, undoes and does again', async () => {
    const { clipboard, press, cells } = await showGrid();
    await press('ArrowRight', { shiftKey: true });
    expect(await clipboard('copy')).toBe('10\t');
    await press('Home');
    await press('ArrowDown', { shiftKey: true });
    await press('d', { ctrlKey: true });
    expect(cells()[3]).toBe('10 , inte sparat än');
    await press('z', { ctrlKey: true });
    expect(cells()[3]).toContain(', inte sparat än');
    await press('y', { ctrlKey: true });
    expect(cells()[3]).toBe('10 , inte sparat än');
    expect(await clipboard('cut')).toBe('10\n10');
    expect(cells()[0]).toBe(', inte sparat än');
  });

  it('keeps a fault by its cell, and sends the rest', async () => {
    const api = new FakeApi().on(SAVE, ok({ results: [saved(3)] }));
    const { clipboard, press, screen, active } = await showGrid({ api, saveAfter: 1 });
    await press('ArrowRight');
    await clipboard('paste', 'abc\t3');
    await screen.findByText(/Sparas när felet är rättat/);
    expect(sent(api)).toEqual([['2026-Q3', 3]]);
    await press('ArrowLeft');
    await press('ArrowRight');
    expect(active()?.getAttribute('aria-invalid')).toBeNull();
    await press('Home');
    await press('ArrowRight');
    expect(screen.getByText('Skriv ett tal, till exempel 1 234,5.')).toBeTruthy();
  });

  it('tells by the cell what the server refuses', async () => {
    const { body } = refused(422, 'period.not-begun');
    const api = new FakeApi().on(SAVE, ok({ results: [{ outcome: 'refused', problem: body }] }));
    const { type, press, screen, cells, settle } = await showGrid({ api, saveAfter: 1 });
    await press('ArrowRight');
    await type('5', 'Tab');
    await screen.findByText(/Sparas när felet är rättat/);
    expect(cells()[1]).toBe('5 , inte godtaget');
    await press('ArrowLeft');
    screen.getByRole('button', { name: 'Ta tillbaka det jag skrev' }).click();
    await settle();
    expect(cells()[1]).toBe('');
  });

  it('shows what somebody else wrote, and goes on with mine', async () => {
    const theirs = aGridEntry({ value: 8, version: 2, by: 'Björn', isOwn: false });
    const api = new FakeApi().on(SAVE, ok({ results: [{ outcome: 'conflict', entry: theirs }] }), ok({ results: [saved(5, 3)] }));
    const { type, press, screen, cells } = await showGrid({ api, saveAfter: 1 });
    await press('ArrowRight');
    await type('5', 'Tab');
    await press('ArrowLeft');
    await screen.findByText(/Någon annan har ändrat här medan du skrev. Där står nu: 8 besök, skrivet av Björn/);
    screen.getByRole('button', { name: 'Behåll mitt' }).click();
    await screen.findByText('Sparat som utkast');
    expect(api.of(SAVE).map(({ body }) => (body as { cells: GridDraft[] }).cells[0]?.version)).toEqual([0, 2]);
    expect(cells()[1]).toBe('5 , utkast');
  });

  it('keeps what it cannot send in the browser, and sends it under the same key when it can', async () => {
    const api = new FakeApi().on(SAVE, NO_ANSWER, ok({ results: [saved(5)] }));
    const { type, press, screen, cells } = await showGrid({ api, saveAfter: 1 });
    await press('ArrowRight');
    await type('5', 'Tab');
    await screen.findByText(/Inte sparat än/);
    expect(JSON.stringify(Object.values(localStorage))).toContain('2026-Q2');
    await screen.findByText('Sparat som utkast');
    const keys = api.of(SAVE).map(({ headers }) => headers['Idempotency-Key']);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(Object.keys(localStorage).filter((key) => key.endsWith('/rutnat'))).toEqual([]);
    expect(cells()[1]).toBe('5 , utkast');
  });

  it('finds what an earlier visit could not save', async () => {
    const kept = { [JSON.stringify(['besok', '0884', '', '2026-Q2'])]: { text: '5', value: 5, version: 0 } };
    localStorage.setItem('slusen.draft.7a0f1c2e-0000-4000-8000-000000000001/rutnat', JSON.stringify(kept));
    const api = new FakeApi().on(SAVE, ok({ results: [saved(5)] }));
    const { screen } = await showGrid({ api, saveAfter: 1 });
    await screen.findByText('Sparat som utkast');
    expect(sent(api)).toEqual([['2026-Q2', 5]]);
  });

  it('submits all that is ready, with a reason where one is needed, and nothing else', async () => {
    const ready = aGridEntry({ value: 12, version: 3 });
    const rows = [
      aGridRow([
        { figure: { value: 10, quality: 'final' }, entry: ready },
        { entry: aGridEntry() },
        { figure: { value: 4, quality: 'final' } },
      ]),
    ];
    const result: GridResult = { outcome: 'saved', entry: { ...ready, state: 'submitted', version: 4 }, questions: [] };
    const api = new FakeApi().on('POST /api/grid/submissions', ok({ results: [result] }));
    const { screen, cells } = await showGrid({ rows, api });
    const reason = screen.getByLabelText<HTMLTextAreaElement>('Varför ändras eller kommer de nu?');
    reason.value = 'Räknat om';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    screen.getByRole('button', { name: 'Lämna in ett värde' }).click();
    await screen.findByText('Inlämnat: ett värde.');
    expect(api.of('POST /api/grid/submissions')[0]?.body).toEqual({ entries: [{ id: ready.id, version: 3 }], reason: 'Räknat om' });
    expect(cells()[0]).toBe('12 , väntar på granskning');
  });

  it('tells by the cell why one was not submitted; its draft is saved all the same, and can be submitted again', async () => {
    const rows = [aGridRow([{ entry: aGridEntry({ value: 12 }) }, {}, {}])];
    const { body } = refused(422, 'entry.unanswered-plausibility');
    const api = new FakeApi().on('POST /api/grid/submissions', ok({ results: [{ outcome: 'refused', problem: body }] }));
    const { screen, cells } = await showGrid({ rows, api });
    screen.getByRole('button', { name: 'Lämna in ett värde' }).click();
    await screen.findByText(/1 gick inte att lämna in/);
    expect(cells()[0]).toBe('12 , inte godtaget');
    expect(screen.queryByText(/Sparas när felet är rättat/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Lämna in ett värde' })).toBeTruthy();
  });

  it('says so where there is nothing to report', async () => {
    const api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/grid', ok(aGrid([])));
    const { screen } = await showPage(GridPage, { as: ['reporter'], before: () => void api });
    expect(screen.getByText('Du har inget att fylla i här')).toBeTruthy();
  });
});
