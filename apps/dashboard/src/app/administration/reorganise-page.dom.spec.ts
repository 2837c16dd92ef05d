import type { ReorganisationPreview } from '@slusen/contracts';
import { choose, write } from '@slusen/ui/testing';
import { administrationApi } from '../../testing/administration.js';
import { ok, type FakeApi } from '../../testing/fake-api.js';
import { showPage } from '../../testing/show-page.js';
import { ReorganisePage } from './reorganise-page.js';

const ADDRESS = '/api/admin/actors/teknik/reorganisation';
const PREVIEW: ReorganisationPreview = {
  actor: { slug: 'teknik', name: { sv: 'Teknik' } },
  revision: 3,
  hasEnded: false,
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
