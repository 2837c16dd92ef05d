import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { AdministrationPage } from './administration-page.js';
import { DataHealthPage } from './data-health-page.js';

const HEALTH = 'GET /api/admin/data-health';
const visits = {
  indicator: { slug: 'besok', name: { sv: 'Besök', en: 'Visits' } },
  owner: { sv: 'Kultur' },
  hasTarget: true,
  isBegun: true,
  overdue: 2,
  since: '2026-10-30',
};
const homes = { indicator: { slug: 'bostader', name: { sv: 'Bostäder' } }, hasTarget: false, isBegun: false, overdue: 0 };

describe('DataHealthPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  it('tells of each indicator what is lacking', async () => {
    api.on(HEALTH, ok({ today: '2026-11-27', indicators: 12, lacking: [visits, homes] }));
    const { screen } = await showPage(DataHealthPage, { as: ['administrator'] });
    expect(screen.getByText('Något saknas för 2 av 12 indikatorer.')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(textOf)).toEqual([
      'Besök Kultur Sena värden: 2 skulle ha kommit senast 30 oktober 2026',
      jasmine.stringMatching(/^Bostäder Utan ansvarig · Utan målvärde · Aldrig påbörjad$/),
    ]);
  });

  it('shows those of one kind, of which it says how many there are', async () => {
    api.on(HEALTH, ok({ today: '2026-11-27', indicators: 12, lacking: [visits, homes] }));
    const { screen, settled } = await showPage(DataHealthPage, { as: ['administrator'] });
    screen.getByRole('radio', { name: 'Utan målvärde (1)' }).click();
    await settled();
    expect(screen.getAllByRole('link').map(textOf)).toEqual(['Bostäder']);
  });

  it('says that nothing is lacking', async () => {
    api.on(HEALTH, ok({ today: '2026-11-27', indicators: 12, lacking: [] }));
    const { screen } = await showPage(DataHealthPage, { as: ['strategist'] });
    expect(screen.getByText('Inget saknas')).toBeTruthy();
  });
});

describe('AdministrationPage', () => {
  beforeEach(() => {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite()));
  });

  it('leads to every desk that is open to whoever is signed in', async () => {
    const { screen } = await showPage(AdministrationPage, { as: ['administrator'] });
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/administration/installningar',
      '/administration/datahalsa',
      '/administration/inlasningar',
      '/administration/handelser',
      '/administration/personer',
      '/administration/aktorer',
      '/nycklar',
      '/administration/post',
      '/administration/jobb',
      '/dolj',
      '/administration/gallring',
    ]);
  });

  it('leads a strategist to the data and the actors only', async () => {
    const { screen } = await showPage(AdministrationPage, { as: ['strategist'] });
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/administration/datahalsa',
      '/administration/aktorer',
    ]);
  });
});
