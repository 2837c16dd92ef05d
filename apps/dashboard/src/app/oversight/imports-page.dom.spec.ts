import type { ImportRun, ImportRunView } from '@slusen/contracts';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { inWindow } from '../../testing/in-window.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ImportPage } from './import-page.js';
import { ImportsPage } from './imports-page.js';

const RUN: ImportRun = {
  ...{ id: 3, at: '2026-11-27T09:00:00.000Z', by: { id: '7a0f1c2e-0000-4000-8000-000000000001', name: 'Karin Alm' } },
  ...{ source: 'SCB', file: 'folkmangd.csv', rows: 12_345, added: 12_000, changed: 5, unchanged: 340 },
};
const LIST = 'GET /api/admin/imports?sort=at&falling=1&limit=50&offset=0';

describe('ImportsPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });
  afterEach(() => document.querySelector('iframe')?.remove());
  const open = (inputs: Readonly<Record<string, unknown>> = {}) => showPage(ImportsPage, { as: ['administrator'], inputs });

  it('lists who approved which file when, and what it brought', async () => {
    api.on(LIST, ok({ items: [RUN, { ...RUN, id: 2, file: 'tidig.csv', waitsUntil: '2027-03-01T07:00:00.000Z' }], total: 2 }));
    const { screen } = await open();
    const rows = screen.getAllByRole('row').map(textOf);
    expect(rows[1]).toBe('folkmangd.csv 27 november 2026 kl. 10.00 Karin Alm SCB 12 345 12 000 5 340 publicerad');
    expect(rows[2]).toContain('väntar till 1 mars 2027');
    expect(screen.getByRole('link', { name: 'folkmangd.csv' }).getAttribute('href')).toBe('/administration/inlasningar/3');
  });

  it('is sorted by a heading, once more the other way, and begins anew from the first page', async () => {
    api.on('GET /api/admin/imports?sort=rows&falling=0&limit=50&offset=50', ok({ items: [RUN], total: 51 }));
    const { screen, address, settled } = await open({ ordning: 'rows', fran: '50' });
    expect(screen.getByRole('columnheader', { name: 'Rader' }).getAttribute('aria-sort')).toBe('ascending');
    screen.getByRole('button', { name: 'Rader' }).click();
    await settled();
    expect(address()).toBe('/?ordning=rows&fallande=1');
  });

  it('is read on a telephone without moving it sideways, and each date on one line', async () => {
    api.on(LIST, ok({ items: [{ ...RUN, source: 'Statistikmyndigheten SCB', by: { ...RUN.by, name: 'Karin Alm-Strand' } }], total: 1 }));
    const { element, screen } = await open();
    const telephone = await inWindow(360, element);
    const region = telephone.querySelector('.table-region')!;
    expect(region.scrollWidth - region.clientWidth).toBe(0);
    expect(telephone.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    expect(telephone.querySelector('time')!.getClientRects().length).toBe(1);
    expect(screen.getAllByRole('cell').length).toBe(8);
  });

  it('says that no file was read in', async () => {
    api.on(LIST, ok({ items: [], total: 0 }));
    const { screen } = await open();
    expect(screen.getByText('Ingen fil har lästs in')).toBeTruthy();
  });
});

describe('ImportPage', () => {
  const view: ImportRunView = {
    ...{ ...RUN, sha256: 'ab12', reason: 'Räknades om' },
    indicators: [
      {
        indicator: { slug: 'folkmangd', name: { sv: 'Folkmängd' } },
        series: 290,
        added: 12_000,
        changed: 5,
        firstPeriod: '1968',
        lastPeriod: '2025',
      },
    ],
  };
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  it('tells what a file brought, with the way to the event of the trail', async () => {
    api.on('GET /api/admin/imports/3', ok(view));
    const { screen } = await showPage(ImportPage, { as: ['administrator'], inputs: { id: '3' } });
    expect(screen.getByRole('heading', { level: 1, name: 'folkmangd.csv' })).toBeTruthy();
    expect(textOf(document.body)).toContain('12 345, varav 12 000 nya värden, 5 ändrade och 340 som redan fanns');
    expect(screen.getAllByRole('row').map(textOf)[1]).toBe('Folkmängd 1968 – 2025 290 12 000 5');
    const trail = screen.getByRole('link', { name: 'Visa i händelseloggen' });
    expect(trail.getAttribute('href')).toBe('/administration/handelser?about=import-run:3');
  });

  it('says that there is no such file', async () => {
    api.on('GET /api/admin/imports/9', refused(404, 'import-run.not-found'));
    const { screen } = await showPage(ImportPage, { as: ['administrator'], inputs: { id: '9' } });
    expect(screen.getByRole('heading', { level: 1, name: /finns inte/ })).toBeTruthy();
  });
});
