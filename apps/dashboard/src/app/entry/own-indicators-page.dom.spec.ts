import { within } from '@testing-library/dom';
import type { OwnIndicator } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { OwnIndicatorStrip } from '../shell/own-indicator-strip.js';
import { OwnIndicatorsPage } from './own-indicators-page.js';

const PATH = 'GET /api/own-indicators';
const TASK: NonNullable<OwnIndicator['task']> = {
  ...{ period: '2026-Q3', breakdown: '', lastDay: '2026-10-20' },
  territory: { code: '0884', name: { sv: 'Vimmerby' } },
};

/** Visits by the quarter that Anna reports, of which nothing is asked for now. */
function anOwn(different: Partial<OwnIndicator> = {}): OwnIndicator {
  return {
    ...{
      slug: 'besok',
      name: { sv: 'Besök' },
      unit: { sv: 'besök' },
      decimals: 0,
      cadence: 'quarter',
      reporting: 'period',
      isExample: false,
    },
    department: { slug: 'kultur', name: { sv: 'Kultur' } },
    ...{ reports: true, reviews: false, state: 'not-yet-due', open: 0, waiting: 0 },
    latest: { period: '2026-Q2', value: 118, quality: 'preliminary' },
    next: { period: '2026-Q4', dueOn: '2027-01-15' },
    ...different,
  };
}

describe('OwnIndicatorsPage', () => {
  async function showOwn(...items: OwnIndicator[]) {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite())).on(PATH, ok({ today: '2026-10-06', items }));
    return showPage(OwnIndicatorsPage, { as: ['reporter'] });
  }
  const links = (element: Element | undefined): string[] =>
    [...(element?.querySelectorAll('a') ?? [])].map((link) => `${textOf(link)} ${link.getAttribute('href')}`);

  it('says where each stands, its latest figure with period and how sure it is, and the next one', async () => {
    const { screen } = await showOwn(anOwn());
    const item = screen.getByRole('listitem');
    expect(textOf(item)).toContain('118 besök kvartal 2 2026, preliminärt');
    expect(textOf(item)).toContain('Inget att göra än · kvartal 4 2026 kan lämnas in från den 15 januari 2027');
    expect(links(item)).toEqual(['Rätta Besök, kvartal 2 2026 /inmatning/besok/2026-Q2', 'Publik sida Besök /indikator/besok']);
  });

  it('leads to what is asked for first, and to the correction beside it', async () => {
    const { screen } = await showOwn(anOwn({ state: 'overdue', task: { ...TASK, lastDay: '2026-10-01' }, open: 2 }));
    const item = screen.getByRole('listitem');
    expect(textOf(item.querySelector('.late'))).toBe('Försenad 5 dagar');
    expect(textOf(item)).toContain('2 värden att lämna in');
    expect(links(item)[0]).toBe('Fyll i Besök, kvartal 3 2026 /inmatning/besok/2026-Q3?omrade=0884');
    expect(links(item)[1]).toBe('Rätta Besök, kvartal 2 2026 /inmatning/besok/2026-Q2');
  });

  it('gives whoever only reviews the way to the queue, and nothing to enter', async () => {
    const { screen } = await showOwn(anOwn({ reports: false, reviews: true, state: 'submitted', waiting: 1, inPlaceOf: ['Rut Alm'] }));
    const item = screen.getByRole('listitem');
    expect(links(item)).toEqual(['Granska Besök /granskning', 'Publik sida Besök /indikator/besok']);
    expect(textOf(item)).toContain('som ersättare för Rut Alm');
  });

  it('is searched, and says how many are shown', async () => {
    const { screen, settled } = await showOwn(anOwn(), anOwn({ slug: 'lan', name: { sv: 'Lån' } }));
    const search = screen.getByLabelText<HTMLInputElement>('Sök på namn');
    search.value = 'lån';
    search.dispatchEvent(new Event('input'));
    await settled();
    expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Lån']);
    expect(textOf(screen.getByRole('status'))).toBe('1 av 2 indikatorer');
  });

  it('says what comes here while there is nothing', async () => {
    const { screen } = await showOwn();
    expect(screen.getByText('Du svarar inte för någon indikator än')).toBeTruthy();
  });

  for (const [as, at, text] of [
    ['reporter', '/indikator/besok', 'Du rapporterar den här indikatorn. Rätta kvartal 2 2026'],
    ['reporter', '/indikator/annan', ''],
    ['reporter', '/metod', ''],
    ['politician', '/indikator/besok', ''],
  ] as const)
    it(`leads ${as} from ${at} to its form: ${text || 'not at all'}`, async () => {
      const api = new FakeApi().on(PATH, ok({ today: '2026-10-06', items: [anOwn()] }));
      const { element, settled } = await showPage(OwnIndicatorStrip, { as: [as], at });
      await settled();
      expect(textOf(element)).toBe(text);
      expect(api.of(PATH).length).toBe(at !== '/metod' && as === 'reporter' ? 1 : 0);
      if (text) expect(within(element).getByRole('link').getAttribute('href')).toBe('/inmatning/besok/2026-Q2');
    });
});
