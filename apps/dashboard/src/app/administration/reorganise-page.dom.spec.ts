import type { PlannedReorganisation, ReorganisationPreview } from '@slusen/contracts';
import { choose, write } from '@slusen/ui/testing';
import { administrationApi, aPlan } from '../../testing/administration.js';
import { ok, type FakeApi } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ReorganisePage } from './reorganise-page.js';

const ADDRESS = '/api/admin/actors/teknik/reorganisation';
const PREVIEW: ReorganisationPreview = {
  actor: { slug: 'teknik', name: { sv: 'Teknik' } },
  revision: 3,
  hasEnded: false,
  today: '2026-11-28',
  followers: [
    { thing: 'indicator:vagar', kind: 'indicator', name: { sv: 'Vägar' } },
    { thing: 'action:asfalt', kind: 'action', name: { sv: 'Ny asfalt' } },
  ],
};

describe('ReorganisePage', () => {
  let api: FakeApi;
  let isSure = true;
  beforeEach(() => {
    localStorage.clear();
    isSure = true;
    spyOn(window, 'confirm').and.callFake(() => isSure);
    api = administrationApi()
      .on(`GET ${ADDRESS}`, ok(PREVIEW))
      .on(`POST ${ADDRESS}`, ok({ items: [] }, 201));
  });

  const open = () => showPage(ReorganisePage, { as: ['strategist'], inputs: { slug: 'teknik' } });
  type Page = Awaited<ReturnType<typeof open>>;
  const press = async ({ screen, settled }: Page): Promise<void> => {
    screen.getByRole('button', { name: 'Genomför' }).click();
    await settled();
  };
  const decide = ({ screen }: Page): void => {
    write(screen.getByLabelText('Gäller från'), '2026-01-01');
    write(screen.getByLabelText('Beslut'), 'KF § 12');
    write(screen.getByLabelText('Varför?'), 'Ny organisation');
  };
  const sent = () => api.received.filter(({ request }) => request === `POST ${ADDRESS}`).map(({ body }) => body);

  it('lists what follows, and merges by a decision', async () => {
    const page = await open();
    choose(page.screen.getByLabelText('Vad ska hända?'), 'Slå ihop med en annan');
    await page.settled();
    expect(page.screen.getByText('Vägar')).toBeTruthy();
    choose(page.screen.getByLabelText('Slås ihop med'), 'Kultur');
    decide(page);
    await press(page);
    const said = { from: '2026-01-01', decision: 'KF § 12', reason: 'Ny organisation' };
    expect(sent()).toEqual([{ ...said, kind: 'merge', into: ['kultur'], shares: [] }]);
    expect(page.screen.getByText('Omorganisationen är genomförd.')).toBeTruthy();
  });

  describe('for a day to come', () => {
    const PLANNED = '/api/admin/actors/teknik/reorganisation/plans';
    const planned = () => api.received.filter(({ request }) => request === `POST ${PLANNED}`).map(({ body }) => body);
    const plan = async ({ screen, settled }: Page): Promise<void> => {
      screen.getByRole('button', { name: 'Planera' }).click();
      await settled();
    };
    const waits = (different: Partial<PlannedReorganisation> = {}) =>
      api.on(`GET ${ADDRESS}`, ok({ ...PREVIEW, planned: aPlan({ actor: PREVIEW.actor, ...different }) }));
    beforeEach(() => api.on(`POST ${PLANNED}`, ok(PREVIEW, 201)));

    it('plans it, without asking twice, since it can be taken back', async () => {
      isSure = false;
      const page = await open();
      write(page.screen.getByLabelText('Nytt namn'), 'Teknik och gata');
      decide(page);
      write(page.screen.getByLabelText('Gäller från'), '2027-01-01');
      await page.settled();
      await plan(page);
      expect([sent(), planned()]).toEqual([[], [jasmine.objectContaining({ kind: 'rename', from: '2027-01-01' })]]);
      expect(page.screen.getByText('Omorganisationen är planerad. Fram till dagen går det att ta tillbaka den.')).toBeTruthy();
    });

    it('splits only when somebody takes what is added before it', async () => {
      const page = await open();
      choose(page.screen.getByLabelText('Vad ska hända?'), 'Dela');
      await page.settled();
      for (const name of ['Kultur', 'IF Argus']) page.screen.getByLabelText(name).click();
      await page.settled();
      for (const name of ['Vägar', 'Ny asfalt']) choose(page.screen.getByLabelText(`Till: ${name}`), 'IF Argus');
      decide(page);
      write(page.screen.getByLabelText('Gäller från'), '2027-01-01');
      await page.settled();
      await plan(page);
      expect(page.screen.getByText('Välj vem som tar över det som tillkommer till dess.')).toBeTruthy();
      choose(page.screen.getByLabelText('Det som inte väljs i listan, och det som tillkommer till dess, går till'), 'Kultur');
      await plan(page);
      expect(planned()).toEqual([jasmine.objectContaining({ kind: 'split', rest: 'kultur' })]);
    });

    it('tells what waits and what would follow to whom, with no form for another, until it is taken back', async () => {
      const into = [
        { slug: 'kultur', name: { sv: 'Kultur' } },
        { slug: 'argus', name: { sv: 'IF Argus' } },
      ];
      const shares = [{ thing: 'indicator:vagar', to: 'argus' }];
      waits({ into, sent: { ...aPlan().sent, kind: 'split', into: ['kultur', 'argus'], shares, rest: 'kultur', name: undefined } });
      api.on('DELETE /api/admin/planned-reorganisations/7', ok(undefined, 204));
      const page = await open();
      expect(page.screen.getByText('Delas upp i Kultur och IF Argus den 1 januari 2027')).toBeTruthy();
      const told = page.screen.getAllByRole('listitem').map(textOf);
      expect(told).toEqual(['Vägar → IF Argus', 'Ny asfalt → Kultur']);
      expect(page.screen.queryByLabelText('Vad ska hända?')).toBeNull();
      api.on(`GET ${ADDRESS}`, ok(PREVIEW));
      page.screen.getByRole('button', { name: 'Ta tillbaka: Teknik' }).click();
      await page.settled();
      expect(page.screen.getByText('Den planerade omorganisationen är tillbakatagen.')).toBeTruthy();
      expect(page.screen.getByLabelText('Vad ska hända?')).toBeTruthy();
    });

    it('says why it was refused on its day, beside the form that plans it anew', async () => {
      waits({ refusal: { code: 'reorganisation.name-taken', detail: 'Somebody has that name.' } });
      const page = await open();
      expect(page.screen.getByText('Gick inte att genomföra. Det finns redan en aktör med det namnet.')).toBeTruthy();
      expect(page.screen.getByLabelText('Vad ska hända?')).toBeTruthy();
    });
  });

  it('does nothing without a yes, since it cannot be undone', async () => {
    isSure = false;
    const page = await open();
    choose(page.screen.getByLabelText('Vad ska hända?'), 'Slå ihop med en annan');
    await page.settled();
    choose(page.screen.getByLabelText('Slås ihop med'), 'Kultur');
    decide(page);
    await press(page);
    expect(sent()).toEqual([]);
  });

  it('splits when somebody is named for each thing, or for the rest', async () => {
    const page = await open();
    choose(page.screen.getByLabelText('Vad ska hända?'), 'Dela');
    await page.settled();
    for (const name of ['Kultur', 'IF Argus']) page.screen.getByLabelText(name).click();
    await page.settled();
    choose(page.screen.getByLabelText('Till: Ny asfalt'), 'IF Argus');
    decide(page);
    await press(page);
    expect([sent(), page.screen.getByText('Välj vem som tar över allt i listan.') !== null]).toEqual([[], true]);
    choose(page.screen.getByLabelText('Det som inte väljs i listan går till'), 'Kultur');
    await press(page);
    const shares = [
      { thing: 'indicator:vagar', to: 'kultur' },
      { thing: 'action:asfalt', to: 'argus' },
    ];
    expect(sent()).toEqual([jasmine.objectContaining({ kind: 'split', into: ['kultur', 'argus'], shares })]);
  });

  it('sends nothing while something is missing, and says what', async () => {
    const page = await open();
    await press(page);
    for (const text of ['Skriv det nya namnet.', 'Välj en dag.', 'Skriv vilket beslut det gäller.', 'Skriv varför.'])
      expect(page.screen.getByText(text)).toBeTruthy();
    expect(sent()).toEqual([]);
  });
});
