import type { MaskFinding, MaskFindings, MaskingList } from '@slusen/contracts';
import { write } from '@slusen/ui/testing';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { MaskingPage } from './masking-page.js';

const LIST = 'GET /api/admin/maskings';
const SEARCH = 'POST /api/admin/maskings/search';
const HIDE = 'POST /api/admin/maskings';
const LIFT = 'POST /api/admin/maskings/lifted';

const source: MaskFinding = {
  place: { table: 'observation', row: '7', field: 'source' },
  ...{ about: 'besok', page: '/indikator/besok', series: 'Vimmerby kommun', period: '2025-Q3', revision: 2, text: 'Anna på biblioteket' },
};
const goal: MaskFinding = {
  place: { table: 'goal_revision', row: '3/1', field: 'name_en' },
  ...{ about: 'moten', page: '/mal/moten', revision: 1, text: 'Anna meets' },
};
const value: MaskFinding = { ...source, place: { ...source.place, field: 'value' }, text: '1234.5' };
const NONE: MaskingList = { hidden: [] };
const hidden = (...findings: readonly MaskFinding[]): MaskingList => ({
  hidden: findings.map(({ text: _, ...where }) => ({
    ...where,
    ...{ reason: 'personal-data', decision: 'KS 2026/12 § 4', at: '2026-11-27T09:00:00.000Z', sha256: '1f3a0c5d9b7e4a2f8c6d' },
  })),
});
const found = (...findings: MaskFinding[]): MaskFindings => ({ findings, isMore: false });
const KEY = 'Idempotency-Key';

describe('MaskingPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/indicators?limit=1000&offset=0', ok({ items: [{ slug: 'besok', name: { sv: 'Besök', en: 'Visits' } }], total: 1 }))
      .on(LIST, ok(NONE));
  });

  const open = (language: 'sv' | 'en' = 'sv') => showPage(MaskingPage, { as: ['administrator'], language });
  type Page = Awaited<ReturnType<typeof open>>;

  async function searchText({ screen, settled }: Page, text: string): Promise<void> {
    write(screen.getByLabelText('Text som visas'), text);
    screen.getByRole('button', { name: 'Sök text' }).click();
    await settled();
  }
  async function decide({ screen, settled }: Page, boxes: readonly RegExp[], button = 'Dölj det valda'): Promise<void> {
    for (const name of boxes) screen.getByRole('checkbox', { name }).click();
    await settled();
    write(screen.getByLabelText('Beslut'), ' KS 2026/12 § 4 ');
    screen.getByRole('button', { name: button }).click();
    await settled();
  }

  it('finds a text wherever it is shown, and says where, with the way there', async () => {
    api.on(SEARCH, ok(found(source, goal)));
    const page = await open();
    await searchText(page, ' Anna ');
    expect(api.of(SEARCH)[0]?.body).toEqual({ text: 'Anna' });
    const labels = page.screen.getAllByRole('checkbox').map((box) => textOf(box.closest('label')));
    expect(labels).toEqual([
      'Alla',
      'Anna på biblioteket siffra, källa · besok · Vimmerby kommun · kvartal 3 2025 · version 2',
      jasmine.stringMatching(/Anna meets.* mål, namn på engelska · moten$/),
    ]);
    const links = page.screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.getAttribute('target')]);
    expect(links).toEqual([
      ['/indikator/besok', '_blank'],
      ['/mal/moten', '_blank'],
    ]);
    expect(page.element.querySelector('q[lang="en"]')?.textContent).toBe('Anna meets');
  });

  it('finds the figures of an indicator and a period', async () => {
    api.on(SEARCH, ok(found(value)));
    const { screen, settled } = await open();
    const choice = screen.getByLabelText<HTMLSelectElement>('Indikator');
    choice.value = 'besok';
    choice.dispatchEvent(new Event('change'));
    write(screen.getByLabelText('Period'), '2025-q3');
    screen.getByRole('button', { name: 'Sök siffror' }).click();
    await settled();
    expect(api.of(SEARCH)[0]?.body).toEqual({ indicator: 'besok', period: '2025-Q3' });
    expect(textOf(screen.getByRole('checkbox').closest('label'))).toContain('1 234,5');
  });

  it('asks for what is lacking before anything is sent', async () => {
    api.on(SEARCH, ok(found(source, goal)));
    const page = await open();
    const { screen, settled } = page;
    await searchText(page, 'An');
    screen.getByRole('button', { name: 'Sök siffror' }).click();
    await settled();
    for (const said of ['Skriv minst tre tecken.', 'Välj en indikator.', 'Skriv en period, till exempel 2025 eller 2025-Q3.'])
      expect(screen.getByText(said)).toBeTruthy();
    expect(api.of(SEARCH)).toEqual([]);
    await searchText(page, 'Anna');
    screen.getByRole('button', { name: 'Dölj det valda' }).click();
    await settled();
    expect(textOf(screen.getByRole('alert'))).toBe('Välj minst ett ställe.');
    expect(screen.getByText('Skriv vilket beslut det är.')).toBeTruthy();
    expect(api.of(HIDE)).toEqual([]);
  });

  it('hides what was chosen, says so, and shows what is left and what is hidden', async () => {
    api.on(SEARCH, ok(found(source, goal)), ok(found(goal))).on(HIDE, ok(hidden(source), 201));
    const page = await open();
    await searchText(page, 'Anna');
    page.screen.getByRole('radio', { name: 'sekretess' }).click();
    await decide(page, [/biblioteket/]);
    expect(api.of(HIDE)[0]?.body).toEqual({ places: [source.place], reason: 'secrecy', decision: 'KS 2026/12 § 4' });
    expect(textOf(page.screen.getByRole('status'))).toBe('Ett ställe är dolt.');
    expect(page.screen.queryByText('Anna på biblioteket')).toBeNull();
    expect(page.screen.getByText('[dolt 2026-11-27: personuppgift, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]')).toBeTruthy();
  });

  it('chooses all at once, and none again', async () => {
    api.on(SEARCH, ok(found(source, goal))).on(HIDE, ok(hidden(source, goal), 201));
    const page = await open();
    await searchText(page, 'Anna');
    const boxes = (): boolean[] => page.screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked);
    const all = page.screen.getByRole('checkbox', { name: 'Alla' });
    for (const isChosen of [true, false]) {
      all.click();
      await page.settled();
      expect(boxes()).toEqual([isChosen, isChosen, isChosen]);
    }
    await decide(page, [/Alla/]);
    expect((api.of(HIDE)[0]?.body as { places: object[] }).places).toEqual([source.place, goal.place]);
  });

  it('shows again what was chosen of what is hidden, by another decision', async () => {
    api.on(LIST, ok(hidden(source, goal))).on(LIFT, ok(hidden(goal), 201));
    const page = await open();
    await decide(page, [/källa/], 'Visa det valda igen');
    expect(api.of(LIFT)[0]?.body).toEqual({ places: [source.place], decision: 'KS 2026/12 § 4' });
    expect(textOf(page.screen.getByRole('status'))).toBe('Ett ställe visas igen.');
    expect(page.screen.getAllByRole('checkbox').length).toBe(1);
  });

  it('says why nothing was hidden, keeps what was chosen, and asks for the same thing again only where no answer came', async () => {
    api.on(SEARCH, ok(found(source))).on(HIDE, NO_ANSWER, refused(409, 'masking.not-shown'), ok(hidden(source), 201));
    const page = await open();
    await searchText(page, 'Anna');
    await decide(page, [/biblioteket/]);
    expect(textOf(page.screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
    await decide(page, []);
    expect(textOf(page.screen.getByRole('alert'))).toBe('Något av det du valde visas inte längre. Sök igen.');
    await decide(page, []);
    const [first, second, third] = api.of(HIDE).map(({ headers }) => headers[KEY]);
    expect([first === second, second === third]).toEqual([true, false]);
  });

  it('says that nothing is found, and that there is more than is shown', async () => {
    api.on(SEARCH, ok(found()), ok({ findings: [source], isMore: true }));
    const page = await open();
    await searchText(page, 'Anna');
    expect(textOf(page.screen.getByRole('status'))).toBe('Inget som visas passar in på det.');
    await searchText(page, 'Anna');
    expect(textOf(page.screen.getByRole('status'))).toContain('Det finns fler ställen');
  });
});
