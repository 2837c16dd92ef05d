import { FakeApi, ok, refused, type Reply } from '../../testing/fake-api.js';
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
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
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

  describe('where everything is downloaded', () => {
    const EXPORTS = 'POST /api/admin/exports';
    const press = async (...answers: readonly Reply[]) => {
      api.on(EXPORTS, ...answers);
      const clicked: string[] = [];
      spyOn(HTMLAnchorElement.prototype, 'click').and.callFake(function (this: HTMLAnchorElement) {
        clicked.push(this.pathname);
      });
      const { screen, settled } = await showPage(AdministrationPage, { as: ['administrator'] });
      screen.getByRole('button', { name: 'Ladda ned allt' }).click();
      await settled();
      return { clicked, screen };
    };

    it('has the browser fetch the file, and says what stands in it all the same', async () => {
      const { clicked, screen } = await press(ok({ id: 'x1', bytes: 8_400_000, hidden: 2 }, 201));
      expect(clicked).toEqual(['/api/admin/exports/x1']);
      expect(textOf(screen.getByRole('status'))).toBe(
        'Filen är klar (8,4 MB) och laddas ned. Den finns kvar i tio minuter. Det som är dolt för allmänheten står i filen. Se masking.csv innan du lämnar ut den.',
      );
      const again = screen.getByRole('link', { name: 'Hämta filen om nedladdningen inte börjar' });
      expect(again.getAttribute('href')).toBe('/api/admin/exports/x1');
    });

    it('says why it is refused, and downloads nothing', async () => {
      const { clicked, screen } = await press(refused(409, 'export.under-way'));
      expect(textOf(screen.getByRole('alert'))).toContain('Allt skrivs redan ut åt någon.');
      expect(clicked).toEqual([]);
      expect(screen.queryByRole('link', { name: /Hämta filen/ })).toBeNull();
    });
  });

  it('leads a strategist to the data and the actors only', async () => {
    const { screen } = await showPage(AdministrationPage, { as: ['strategist'] });
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/administration/datahalsa',
      '/administration/aktorer',
    ]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
