import type { DisposalList } from '@slusen/contracts';
import { write } from '@slusen/ui/testing';
import { administrationApi } from '../../testing/administration.js';
import { ok, refused, type FakeApi } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { DisposalPage } from './disposal-page.js';

const LIST = 'GET /api/admin/disposals';
const PREVIEW = 'POST /api/admin/disposals/preview';
const DISPOSE = 'POST /api/admin/disposals';
const decision = { body: 'Kommunstyrelsen', decidedOn: '2026-11-17', reference: '§ 12' };
const place = { table: 'observation', row: '7', field: 'source' };
const hidden = { place, about: 'folkmangd', decision: 'KS § 4', at: '2026-11-01T08:00:00.000Z', isKept: false };
const aList = (different: Partial<DisposalList> = {}): DisposalList => ({ items: [], hidden: [], copiesKept: 30, ...different });

describe('DisposalPage', () => {
  let api: FakeApi;
  beforeEach(() => (api = administrationApi().on(LIST, ok(aList()))));

  const open = () => showPage(DisposalPage, { as: ['administrator'] });
  type Page = Awaited<ReturnType<typeof open>>;
  const press = async ({ screen, settled }: Page, name: string): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await settled();
  };
  const setDay = async ({ screen, settled }: Page, label: string, day: string): Promise<void> => {
    const input = screen.getByLabelText<HTMLInputElement>(label);
    input.value = day;
    input.dispatchEvent(new Event('change'));
    await settled();
  };
  const decide = async (page: Page): Promise<void> => {
    write(page.screen.getByLabelText('Vem har beslutat?'), decision.body);
    await setDay(page, 'Beslutsdatum', decision.decidedOn);
    write(page.screen.getByLabelText('Paragraf eller diarienummer'), decision.reference);
    await page.settled();
  };

  it('tells what would be removed, asks for the decision, and removes that', async () => {
    const done = {
      id: 1,
      kind: 'events' as const,
      at: '2026-11-28T08:00:00.000Z',
      by: 'Anna',
      decision,
      before: '2024-01-01',
      removed: [{ table: 'audit_event', rows: 41 }],
    };
    api
      .on(
        PREVIEW,
        ok({ counts: [{ table: 'audit_event', rows: 41 }], examples: [{ at: '2023-02-01T08:00:00.000Z', what: 'session.open' }] }),
      )
      .on(DISPOSE, ok(aList({ items: [done] }), 201));
    const page = await open();
    await setDay(page, 'Det som är äldre än', '2024-01-01');
    await press(page, 'Se vad som skulle tas bort');
    expect(api.of(PREVIEW)[0]?.body).toEqual({ kind: 'events', before: '2024-01-01' });
    expect(textOf(page.screen.getByRole('status'))).toContain('Händelser i loggen: 41');
    expect(textOf(page.screen.getByRole('status'))).toContain('Loggade in');

    await press(page, 'Gallra för alltid');
    expect(page.screen.getByText('Skriv paragrafen eller diarienumret. Utan beslut tas inget bort.')).toBeTruthy();
    expect(api.of(DISPOSE).length).toBe(0);
    await decide(page);
    await press(page, 'Gallra för alltid');
    expect(api.of(DISPOSE)[0]?.body).toEqual({ kind: 'events', before: '2024-01-01', decision });
    expect(page.screen.getByText('Kommunstyrelsen 2026-11-17 § 12')).toBeTruthy();
    expect(page.screen.queryByRole('button', { name: 'Gallra för alltid' })).toBeNull();
    expect(textOf(document.activeElement)).toBe('Gallrat');
  });

  it('removes nothing that is too new, and nothing where nothing is', async () => {
    api.on(PREVIEW, ok({ counts: [{ table: 'mail', rows: 0 }], examples: [] }));
    const page = await open();
    page.screen.getByLabelText(/^Utgående post/).click();
    await setDay(page, 'Det som är äldre än', '2199-01-01');
    await press(page, 'Se vad som skulle tas bort');
    expect(api.of(PREVIEW).length).toBe(0);
    await setDay(page, 'Det som är äldre än', '2024-01-01');
    await press(page, 'Se vad som skulle tas bort');
    expect(page.screen.getByText('Det finns inget att ta bort.')).toBeTruthy();
    expect(page.screen.queryByRole('button', { name: 'Gallra för alltid' })).toBeNull();
  });

  it('lets hidden texts be chosen, but no figure or decision', async () => {
    const kept = { ...hidden, place: { ...place, row: '3', field: 'value' }, isKept: true };
    api.on(LIST, ok(aList({ hidden: [hidden, kept] }))).on(PREVIEW, refused(409, 'masking.not-hidden'));
    const page = await open();
    page.screen.getByLabelText(/^Texter som är dolda/).click();
    await page.settled();
    const [text, figure] = page.screen.getAllByRole<HTMLInputElement>('checkbox');
    expect([text?.disabled, figure?.disabled]).toEqual([false, true]);
    await press(page, 'Se vad som skulle tas bort');
    expect(textOf(page.screen.getByRole('alert'))).toBe('Välj minst en text.');
    text?.click();
    await page.settled();
    await press(page, 'Se vad som skulle tas bort');
    expect(api.of(PREVIEW)[0]?.body).toEqual({ kind: 'masked', places: [place] });
  });

  it('says which event tells a hidden text still, and so stopped its removal', async () => {
    const facts = { event: 41, action: 'strategy.import', at: '2026-11-28T08:00:00.000Z' };
    api
      .on(LIST, ok(aList({ hidden: [hidden] })))
      .on(PREVIEW, ok({ counts: [{ table: 'masking', rows: 1 }], examples: [] }))
      .on(DISPOSE, refused(409, 'disposal.still-told', facts));
    const page = await open();
    page.screen.getByLabelText(/^Texter som är dolda/).click();
    await page.settled();
    page.screen.getByRole('checkbox').click();
    await press(page, 'Se vad som skulle tas bort');
    await decide(page);
    await press(page, 'Gallra för alltid');
    const told = textOf(page.screen.getByRole('alert'));
    expect(told).toContain('Inget har tagits bort, och texten förblir dold.');
    expect(told).toContain('Händelsen är ”Läste in strategin”, nummer 41, den 28 november 2026.');
  });

  it('says for how long copies still hold what was removed', async () => {
    expect(textOf((await open()).screen.getByText(/^Säkerhetskopior/))).toContain('De 30 senaste nattliga kopiorna');
  });
});
