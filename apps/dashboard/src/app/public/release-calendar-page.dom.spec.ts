import type { ExpectedFigure, ReleaseCalendar } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ReleaseCalendarPage } from './release-calendar-page.js';

const LOANS: ExpectedFigure = {
  ...{ indicator: { slug: 'utlan', name: { sv: 'Utlån' } }, isExample: false, period: '2026-Q4', reporting: 'period' },
  ...{ date: '2027-01-20', state: 'not-yet-due', told: { sv: 'kvartal 4 2026, väntas den 20 januari 2027', en: '' } },
  ...{ source: 'Biblioteket', owner: { slug: 'kulturen', name: { sv: 'Kulturen' } } },
};
const LATE: ExpectedFigure = {
  ...LOANS,
  ...{ period: '2026-Q3', date: '2026-10-20', state: 'overdue' },
  told: { sv: 'kvartal 3 2026, väntades den 20 oktober 2026, försenat sedan den 31 oktober 2026', en: '' },
};
const EMPTY: ReleaseCalendar = {
  ...{ today: '2026-11-23', until: '2027-11-23', areas: [{ slug: 'leva', name: { sv: 'Leva' } }] },
  ...{ passed: [], coming: [], hasExamples: false },
};

describe('ReleaseCalendarPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });
  const shown = async (view: Partial<ReleaseCalendar>) => {
    api.on('GET /api/calendar', ok({ ...EMPTY, ...view }));
    return (await showPage(ReleaseCalendarPage)).screen;
  };

  it('tells month by month what is expected which day, of what, and who gives it', async () => {
    const next: ExpectedFigure = { ...LOANS, period: '2027-Q1', date: '2027-04-20', isExample: true };
    const screen = await shown({ coming: [LOANS, { ...LOANS, indicator: { slug: 'kurser', name: { sv: 'Kurser' } } }, next] });
    const january = screen.getByRole('region', { name: 'Januari 2027' });
    expect(textOf(january)).toContain('Utlån 20 januari 2027: kvartal 4 2026 Kulturen, Biblioteket');
    expect(january.querySelectorAll('li').length).toBe(2);
    expect(textOf(screen.getByRole('region', { name: 'April 2027' }))).toContain('Utlån exempel 20 april 2027: kvartal 1 2027');
    expect(screen.getByRole('link', { name: 'Kurser' }).getAttribute('href')).toBe('/indikator/kurser');
  });

  it('tells apart what has passed its day, in the words of the page of the indicator, and leads there from above', async () => {
    const screen = await shown({ passed: [LATE], coming: [LOANS] });
    expect(textOf(screen.getByRole('region', { name: 'Har inte kommit än' }))).toContain(LATE.told.sv);
    expect(screen.getByRole('link', { name: 'Har passerat sin dag utan att komma: 1' }).getAttribute('href')).toBe('/kalender#inte-kommit');
  });

  it('is narrowed to an area by its address, also where that is there twice', async () => {
    api.on('GET /api/calendar?area=leva', ok({ ...EMPTY, area: 'leva' }));
    const { screen } = await showPage(ReleaseCalendarPage, { inputs: { omrade: ['leva', 'verka'] } });
    const [leva, all] = ['Leva', 'alla områden'].map((name) => screen.getByRole('link', { name }));
    expect([leva?.getAttribute('href'), leva?.getAttribute('aria-current')]).toEqual(['/kalender?omrade=leva', 'true']);
    expect([all?.getAttribute('href'), all?.getAttribute('aria-current')]).toEqual(['/kalender', null]);
  });

  it('gives itself away as a calendar to follow, and says when nothing is expected', async () => {
    const screen = await shown({});
    expect(screen.getByRole('link', { name: 'Lägg till i din kalender (iCal)' }).getAttribute('href')).toBe('/kalender.ics');
    expect(screen.getByRole('heading', { name: 'Inga siffror väntas de kommande tolv månaderna' })).toBeTruthy();
    expect(document.title).toBe('Kalender – SLUSEN');
  });
});
