import type { AuditEntry } from '@slusen/contracts';
import { write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { TrailPage } from './trail-page.js';

const EVA = { id: '7a0f1c2e-0000-4000-8000-000000000001', username: 'eva', name: 'Eva Norrby' };
const event = (different: Partial<AuditEntry> = {}): AuditEntry => ({
  seq: 12,
  at: '2026-11-27T09:00:00.000Z',
  action: 'settings.change',
  subject: 'settings',
  by: EVA,
  changes: [{ subject: 'site', field: 'accent', before: '#111111', after: '#222222' }],
  facts: { revision: 2 },
  ...different,
});
const FIRST = 'GET /api/admin/audit?limit=50';

describe('TrailPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });
  const open = (inputs: Readonly<Record<string, unknown>> = {}) => showPage(TrailPage, { as: ['administrator'], inputs });

  it('tells who did what when, and what was before and after', async () => {
    api.on(FIRST, ok({ items: [event()], isMore: false }));
    const { screen } = await open();
    const [told] = screen.getAllByRole('listitem');
    expect(textOf(told ?? null)).toContain('Ändrade inställningar · Eva Norrby');
    expect(textOf(told ?? null)).toContain('27 november 2026 kl. 10.00 · om settings · 12');
    expect(textOf(told ?? null)).toContain('accentfärg #111111 → #222222');
  });

  it('tells in whose place something was done', async () => {
    const away = { id: '7a0f1c2e-0000-4000-8000-000000000002', username: 'nils', name: 'Nils Ek' };
    api.on(FIRST, ok({ items: [event({ inPlaceOf: [away] })], isMore: false }));
    const { screen } = await open();
    expect(textOf(screen.getAllByRole('listitem')[0] ?? null)).toContain('Eva Norrby som ersättare för Nils Ek');
  });

  it('names what is new in one line, and of what was not there shows no line through it', async () => {
    const changes = [
      { subject: 'Leva', field: '' },
      { subject: 'Arbeta', field: '' },
      { subject: 'Folkmängd', field: 'dagar till publicering', after: '50' },
    ];
    api.on(FIRST, ok({ items: [event({ action: 'strategy.import', changes })], isMore: false }));
    const { screen, element } = await open();
    expect(textOf(screen.getByRole('listitem'))).toContain('Nytt: Leva, Arbeta');
    expect(textOf(screen.getByRole('listitem'))).toContain('Folkmängd: dagar till publicering – → 50');
    expect(element.querySelector('del')).toBeNull();
  });

  it('names the account that an event is about, and says when the program did it', async () => {
    const { by: _, ...bare } = event({ action: 'account.create', subject: `account:${EVA.id}`, account: EVA, changes: [] });
    api.on(FIRST, ok({ items: [bare], isMore: false }));
    const { screen } = await open();
    expect(textOf(screen.getByRole('listitem'))).toContain('Lade upp ett konto · programmet eller den som driver servern');
    expect(textOf(screen.getByRole('listitem'))).toContain('om Eva Norrby (eva)');
  });

  it('searches by person, thing and time, with the address of what was searched for', async () => {
    api.on(FIRST, ok({ items: [], isMore: false }));
    const { screen, settled, address } = await open();
    write(screen.getByLabelText('Vem'), ' eva ');
    write(screen.getByLabelText('Vad det handlar om'), 'folkmängd');
    write(screen.getByLabelText('Från och med'), '2026-11-01');
    screen.getByRole('button', { name: 'Sök' }).click();
    await settled();
    expect(address()).toBe('/administration/handelser?who=eva&about=folkm%C3%A4ngd&from=2026-11-01');
  });

  it('leafs through what was found, and gives all of it as a file', async () => {
    api.on('GET /api/admin/audit?who=eva&before=62&limit=50', ok({ items: [event()], isMore: true }));
    const { screen } = await open({ who: 'eva', before: '62' });
    expect(screen.getByRole('link', { name: /Excel/ }).getAttribute('href')).toBe('/api/admin/audit.csv?who=eva');
    expect(screen.getByRole('link', { name: 'Till de senaste' }).getAttribute('href')).toBe('/administration/handelser?who=eva');
    expect(screen.getByRole('link', { name: 'Äldre' }).getAttribute('href')).toBe('/administration/handelser?who=eva&before=12');
    expect(screen.getByLabelText<HTMLInputElement>('Vem').value).toBe('eva');
  });

  it('says that nothing was found', async () => {
    api.on(FIRST, ok({ items: [], isMore: false }));
    expect((await open()).screen.getByText('Inga händelser passade sökningen')).toBeTruthy();
  });

  it('says that something is no search', async () => {
    api.on('GET /api/admin/audit?from=x&limit=50', refused(400, 'input.invalid'));
    expect((await open({ from: 'x' })).screen.getByRole('heading', { name: 'Sidan finns inte' })).toBeTruthy();
  });
});
