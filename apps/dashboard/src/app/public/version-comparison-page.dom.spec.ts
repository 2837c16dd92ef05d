import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage } from '../../testing/show-page.js';
import { VersionComparisonPage } from './version-comparison-page.js';

const decided = (version: number) => ({ decided: { version, body: { sv: 'kommunfullmäktige' } } });
const between = (from: number, to: number, versions: readonly number[]) => ({
  before: decided(from),
  after: decided(to),
  texts: [],
  areas: [],
  versions,
});

describe('VersionComparisonPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  it('compares the versions of its address, and offers all others', async () => {
    api.on('GET /api/strategy/comparison?from=1&to=3', ok(between(1, 3, [1, 2, 3])));
    const { screen } = await showPage(VersionComparisonPage, { inputs: { fran: '1', till: '3' } });
    expect(screen.getAllByRole('combobox').map((select) => (select as HTMLSelectElement).value)).toEqual(['1', '3']);
    expect(screen.getAllByRole('option').length).toBe(6);
  });

  it('compares the one in force with the one before it where none is named', async () => {
    api.on('GET /api/strategy/comparison', ok(between(1, 2, [1, 2])));
    const { screen } = await showPage(VersionComparisonPage);
    expect(screen.getByText('De säger samma sak.')).toBeTruthy();
  });

  it('says when there is only one version', async () => {
    api.on('GET /api/strategy/comparison', ok(between(1, 1, [1])));
    const { screen } = await showPage(VersionComparisonPage);
    expect(screen.getByText('Det finns bara en version att läsa')).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says that it is not found for a number that no version has', async () => {
    api.on('GET /api/strategy/comparison?from=9', refused(404, 'version.not-found'));
    const { screen } = await showPage(VersionComparisonPage, { inputs: { fran: '9' } });
    expect(screen.getByRole('heading', { level: 1, name: /finns inte/ })).toBeTruthy();
  });
});
