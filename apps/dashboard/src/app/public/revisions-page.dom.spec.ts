import type { RevisionList, SeriesRevision } from '@slusen/contracts';
import { within } from '@testing-library/dom';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { RevisionsPage } from './revisions-page.js';

const LIST = 'GET /api/indicators/besok/revisions?limit=100&offset=0';
const said = { quality: 'final', provenance: 'exact' } as const;
const REVISION: SeriesRevision = {
  ...{ period: '2026-Q3', revision: 2, kind: 'correction', from: { value: 40, ...said }, to: { value: 42, ...said } },
  sureness: { sv: 'slutligt, exakt', en: 'final, exact' },
  told: { sv: '40 besök blev 42 besök', en: '40 visits became 42 visits' },
  ...{
    reason: 'En lista saknades',
    source: 'Dörräknaren',
    sourceLabel: 'Dörräknaren',
    approvedBy: { sv: 'Kultur' },
    publishedAt: '2026-10-06T08:00:00.000Z',
  },
};

const aList = (different: Partial<RevisionList> = {}): RevisionList => ({
  indicator: { slug: 'besok', name: { sv: 'Besök', en: 'Visits' } },
  ...{
    reporting: 'period',
    isExample: false,
    territory: { code: '0884', name: { sv: 'Vimmerby' } },
    breakdown: '',
    localities: [],
    licence: 'CC0-1.0',
  },
  ...{ items: [REVISION], total: 1, limit: 100, offset: 0 },
  ...different,
});

describe('The revisions of a series', () => {
  let api: FakeApi;
  beforeEach(() => (api = new FakeApi().on('GET /api/site', ok(aSite()))));

  it('say what became of what, when, why, from where and by which department', async () => {
    api.on(LIST, ok(aList()));
    const { screen } = await showPage(RevisionsPage, { inputs: { slug: 'besok' } });
    const table = screen.getByRole('table', { name: 'En utgåva' });
    expect(within(table).getAllByRole('row').map(textOf)).toEqual([
      'Period Slag Vad som sades Säkerhet Öppet från Varför Källa Godkänt av',
      'kvartal 3 2026 Rättat 40 besök blev 42 besök slutligt, exakt 6 oktober 2026 kl. 10.00 En lista saknades Dörräknaren Kultur',
    ]);
    expect(screen.getByRole('link', { name: 'Ladda ner alla ändringar som CSV' }).getAttribute('href')).toBe(
      '/api/indicators/besok/revisions.csv',
    );
  });

  it('come in parts, of the place that the address names', async () => {
    const request = 'GET /api/indicators/besok/revisions?territory=0884-frodinge&limit=100&offset=100';
    api.on(request, ok(aList({ total: 250, offset: 100 })));
    const { screen } = await showPage(RevisionsPage, { inputs: { slug: 'besok', omrade: '0884-frodinge', offset: '100' } });
    expect(screen.getByRole('link', { name: 'Senare' }).getAttribute('href')).toBe('/indikator/besok/historik?omrade=0884-frodinge');
    expect(screen.getByRole('link', { name: 'Tidigare' }).getAttribute('href')).toBe(
      '/indikator/besok/historik?omrade=0884-frodinge&offset=200',
    );
  });

  it('say that there are none', async () => {
    api.on(LIST, ok(aList({ items: [], total: 0 })));
    const { screen } = await showPage(RevisionsPage, { inputs: { slug: 'besok' } });
    expect(screen.getByRole('heading', { name: 'Inget värde har publicerats ännu' })).toBeTruthy();
  });

  it('lead to those of the localities, where the municipality has none', async () => {
    const localities = [{ code: '0884-frodinge', name: { sv: 'Frödinge' } }];
    api.on(LIST, ok(aList({ items: [], total: 0, localities })));
    const { screen } = await showPage(RevisionsPage, { inputs: { slug: 'besok' } });
    expect(screen.getByRole('heading', { name: 'Inget värde för hela kommunen, bara för orterna' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Frödinge' }).getAttribute('href')).toBe('/indikator/besok/historik?omrade=0884-frodinge');
  });

  it('name the site of a source that is an address, and say how sure a value is', async () => {
    const source = { source: 'https://www.scb.se/be0101', sourceLabel: 'scb.se', sourceAddress: 'https://www.scb.se/be0101' };
    api.on(LIST, ok(aList({ items: [{ ...REVISION, sureness: { sv: 'exempel', en: 'example' }, ...source }] })));
    const { screen } = await showPage(RevisionsPage, { inputs: { slug: 'besok' } });
    expect(screen.getByRole('link', { name: 'scb.se' }).getAttribute('href')).toBe('https://www.scb.se/be0101');
    expect(screen.getByRole('cell', { name: 'exempel' })).toBeTruthy();
  });
});
