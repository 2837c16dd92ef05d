import type { IndicatorList } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { IndicatorListPage } from './indicator-list-page.js';

describe('IndicatorListPage', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/history', ok({}));
  });

  const SURE = { quality: 'final', provenance: 'exact' } as const;
  const LATEST = { period: '2025', value: 15_327, ...SURE };
  const ITEM: IndicatorList['items'][number] = {
    slug: 'folkmangd',
    name: { sv: 'Folkmängd', en: 'Population' },
    unit: { sv: 'invånare', en: 'inhabitants' },
    decimals: 0,
    cadence: 'year',
    measure: 'value',
    reporting: 'period',
    isExample: false,
    latest: LATEST,
    perLocality: false,
  };
  const listOf = (items: IndicatorList['items'], total = items.length) => ok({ items, total, limit: 50, offset: 0 });
  const ALL = 'GET /api/indicators?limit=50&offset=0';

  it('lists each with its latest value and how often it is measured', async () => {
    api.on(ALL, listOf([ITEM]));
    const { screen } = await showPage(IndicatorListPage);
    expect(screen.getByText('1 indikator')).toBeTruthy();
    expect(textOf(screen.getByRole('listitem'))).toBe('Folkmängd 15 327 invånare 2025 varje år');
  });

  const { latest: _, ...unvalued } = ITEM;
  const lines: [item: IndicatorList['items'][number], words: string][] = [
    [unvalued, 'inget värde än'],
    [{ ...unvalued, perLocality: true }, 'redovisas ort för ort'],
    [
      { ...ITEM, missing: { period: '2026', kind: 'not-measured', told: { sv: '2026: inte mätt', en: '2026: not measured' } } },
      '15 327 invånare 2025 (2026: inte mätt)',
    ],
    [{ ...ITEM, isExample: true }, 'Folkmängd exempel'],
    [{ ...ITEM, unit: { sv: 'placering', en: 'rank' }, latest: { period: '2025', value: 179, ...SURE } }, 'placering 179 år 2025 varje år'],
    [{ ...ITEM, unit: { sv: 'antal' }, latest: { period: '2025', value: 42, ...SURE } }, '2025: 42 varje år'],
    [{ ...ITEM, cadence: 'month', latest: { period: '2026-M09', value: 12, ...SURE } }, '12 invånare i september 2026 varje månad'],
    [{ ...ITEM, latest: { ...LATEST, quality: 'preliminary' } }, '15 327 invånare 2025 (preliminärt) varje år'],
    [
      { ...ITEM, latest: { ...LATEST, quality: 'estimated', provenance: 'rounded' } },
      '15 327 invånare 2025 (uppskattat, avrundat) varje år',
    ],
    [{ ...ITEM, isExample: true, latest: { ...LATEST, provenance: 'example' } }, '15 327 invånare 2025 varje år'],
  ];
  for (const [item, words] of lines) {
    it(`says "${words}" where that is so`, async () => {
      api.on(ALL, listOf([item]));
      expect(textOf((await showPage(IndicatorListPage)).screen.getByRole('listitem'))).toContain(words);
    });
  }

  it('searches without loading the page anew', async () => {
    api.on(ALL, listOf([ITEM]));
    const { screen, settled, address } = await showPage(IndicatorListPage);
    screen.getByRole<HTMLInputElement>('searchbox', { name: 'Sök en indikator' }).value = ' hus ';
    screen.getByRole('button', { name: 'Sök' }).click();
    await settled();
    expect(address()).toBe('/indikatorer?q=hus');
  });

  it('searches for the first when an address asks for several', async () => {
    api.on('GET /api/indicators?q=hus&limit=50&offset=0', listOf([ITEM], 1));
    const { screen } = await showPage(IndicatorListPage, { inputs: { q: ['hus', 'barn'], offset: ['0', '50'] } });
    expect(screen.getByRole('listitem')).toBeTruthy();
  });

  it('says how many a search found, and the way back to all', async () => {
    api.on('GET /api/indicators?q=hus&limit=50&offset=0', listOf([ITEM], 1));
    const { screen } = await showPage(IndicatorListPage, { inputs: { q: 'hus' } });
    expect(textOf(screen.getByRole('status'))).toBe('En indikator passar ”hus”. Visa alla');
    expect(document.title).toBe('Sökning: hus – SLUSEN');
  });

  it('says what to try when a search finds nothing, and that there is nothing yet', async () => {
    api.on('GET /api/indicators?q=xyz&limit=50&offset=0', listOf([])).on(ALL, listOf([]));
    const { screen, give } = await showPage(IndicatorListPage, { inputs: { q: 'xyz' } });
    expect(screen.getByRole('heading', { name: 'Inget passade sökningen' })).toBeTruthy();
    await give({ q: undefined });
    expect(screen.getByRole('heading', { name: 'Inga indikatorer är inlagda än' })).toBeTruthy();
  });

  it('leads to the next and the previous part of a long list', async () => {
    api.on('GET /api/indicators?limit=50&offset=50', listOf([ITEM], 120));
    const { screen } = await showPage(IndicatorListPage, { inputs: { offset: '50' } });
    expect(screen.getByRole('link', { name: 'Föregående' }).getAttribute('href')).toBe('/indikatorer');
    expect(screen.getByRole('link', { name: 'Nästa' }).getAttribute('href')).toBe('/indikatorer?offset=100');
  });

  it('takes an address that makes no sense for the beginning', async () => {
    api.on(ALL, listOf([ITEM]));
    expect((await showPage(IndicatorListPage, { inputs: { offset: '-x' } })).screen.getByRole('listitem')).toBeTruthy();
  });
});
