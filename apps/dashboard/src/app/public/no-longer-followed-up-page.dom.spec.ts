import type { NoLongerFollowedUpView } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { NoLongerFollowedUpPage } from './no-longer-followed-up-page.js';

const LEFT = 'GET /api/strategy/no-longer-followed-up';
const DECIDED = { version: 1, body: { sv: 'kommunfullmäktige' }, decidedOn: '2023-06-12', paragraph: '§ 12' };
const NOTHING: NoLongerFollowedUpView = {
  strategy: { ...DECIDED, version: 2, name: { sv: 'SLUS' }, purpose: { sv: '' } },
  ...{ goals: [], indicators: [], hasExamples: false },
};
const TRIVSEL: NoLongerFollowedUpView['indicators'][number] = {
  ...{ slug: 'trivsel', name: { sv: 'Trivsel' }, unit: { sv: '%' }, decimals: 1, reporting: 'period', decided: DECIDED, isExample: false },
  goals: [{ slug: 'trivas', name: { sv: 'Alla trivs' }, target: { sv: '70,0 % 2025', en: '70.0% 2025' } }],
  latest: { period: '2024', value: 64.5 },
  perLocality: false,
  replacedBy: { slug: 'panel', name: { sv: 'Medborgarpanel' } },
  ended: { sv: 'Enkäten lades ner' },
};

describe('NoLongerFollowedUpPage', () => {
  beforeEach(() => localStorage.clear());
  async function shown(view: Partial<NoLongerFollowedUpView>) {
    new FakeApi().on('GET /api/site', ok(aSite())).on(LEFT, ok({ ...NOTHING, ...view }));
    return (await showPage(NoLongerFollowedUpPage)).screen;
  }

  it('tells of an indicator the decision and target that it had, its last figure and what replaces it', async () => {
    const screen = await shown({ indicators: [TRIVSEL] });
    const text = textOf(screen.getByRole('article', { name: 'Trivsel' }));
    for (const said of [
      'Version 1, kommunfullmäktige 12 juni 2023, § 12',
      'Alla trivs (målvärde 70,0 % 2025)',
      '64,5 % 2024',
      'Enkäten lades ner',
    ])
      expect(text).toContain(said);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/',
      '/strategi',
      '/indikator/trivsel',
      '/strategi/version/1',
      '/indikator/panel',
    ]);
  });

  it('says that there is no figure, that nothing replaces it, and by which decision it was taken out', async () => {
    const { latest: _latest, replacedBy: _replacedBy, ...bare } = TRIVSEL;
    const screen = await shown({ indicators: [{ ...bare, withdrawn: { decision: 'KF § 7', reason: 'Mäts inte mer' } }] });
    const text = textOf(screen.getByRole('article'));
    expect(text).toContain('Senaste värde Inget värde');
    expect(text).toContain('Ersätts av Inget');
    expect(text).toContain('Togs bort KF § 7: Mäts inte mer');
  });

  it('says that figures are told locality by locality where they are', async () => {
    const { latest: _latest, ...bare } = TRIVSEL;
    const screen = await shown({ indicators: [{ ...bare, perLocality: true }] });
    expect(textOf(screen.getByRole('article'))).toContain('Senaste värde Redovisas ort för ort');
  });

  it('leads from a goal to where what measured it goes on', async () => {
    const goal = {
      slug: 'gammalt',
      name: { sv: 'Gammalt mål' },
      area: { slug: 'leva', name: { sv: 'Leva' } },
      decided: DECIDED,
      isExample: true,
    };
    const screen = await shown({ goals: [{ ...goal, goesOnIn: [{ slug: 'nytt', name: { sv: 'Nytt mål' } }] }], hasExamples: true });
    expect(screen.getByRole('link', { name: 'Nytt mål' }).getAttribute('href')).toBe('/mal/nytt');
    expect(textOf(screen.getByRole('heading', { level: 3 }))).toContain('exempel');
  });

  it('says when everything that was decided is followed up', async () => {
    const screen = await shown({});
    expect(screen.getByText('Allt som har beslutats följs upp')).toBeTruthy();
  });
});
