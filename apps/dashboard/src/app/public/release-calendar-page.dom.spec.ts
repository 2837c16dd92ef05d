import type { ExpectedFigure, ReleaseCalendar } from '@slusen/contracts';
import { within } from '@testing-library/dom';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ReleaseCalendarPage } from './release-calendar-page.js';

const LOANS: ExpectedFigure = {
  ...{ indicator: { slug: 'utlan', name: { sv: 'Utlån' } }, isExample: false, period: '2026-Q4', reporting: 'period' },
  ...{ date: '2027-01-20', state: 'not-yet-due', told: { sv: 'kvartal 4 2026, väntas den 20 januari 2027', en: '' } },
  ...{ source: 'Biblioteket', arrival: 'by-hand', owner: { slug: 'kulturen', name: { sv: 'Kulturen' } } },
  ...{ changedAt: '2026-10-01T08:00:00.000Z', changes: 0 },
};
const LATE: ExpectedFigure = {
  ...LOANS,
  ...{ period: '2026-Q3', date: '2026-10-20', state: 'overdue', lateSince: '2026-10-31' },
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
    expect(textOf(january)).toContain('Utlån 20 januari 2027: gäller kvartal 4 2026 Kulturen, Biblioteket');
    expect(january.querySelectorAll('li').length).toBe(2);
    expect(textOf(screen.getByRole('region', { name: 'April 2027' }))).toContain('Utlån exempel 20 april 2027: gäller kvartal 1 2027');
    expect(screen.getByRole('link', { name: 'Kurser' }).getAttribute('href')).toBe('/indikator/kurser');
  });

  it('has what may come any day first and what is late last, in the words of the page of the indicator, and leads to each part', async () => {
    const due: ExpectedFigure = { ...LATE, state: 'due', indicator: { slug: 'kurser', name: { sv: 'Kurser' } }, lateSince: undefined };
    const screen = await shown({ passed: [LATE, due], coming: [LOANS] });
    const parts = screen.getAllByRole('region').map((region) => region.querySelector('h2')?.textContent);
    expect(parts).toEqual(['Väntas när som helst', 'Januari 2027', 'Försenat']);
    expect(textOf(screen.getByRole('region', { name: 'Försenat' }))).toContain(LATE.told.sv);
    const links = within(screen.getByRole('navigation', { name: 'Månader' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Väntas när som helst (1)', '/kalender#nu'],
      ['Januari 2027 (1)', '/kalender#manad-2027-01'],
      ['Försenat (1)', '/kalender#forsenat'],
    ]);
  });

  it('has what is late from its source apart from what somebody here is asked for', async () => {
    const fetched: ExpectedFigure = { ...LATE, indicator: { slug: 'folkmangd', name: { sv: 'Folkmängd' } }, arrival: 'by-file' };
    const screen = await shown({ passed: [fetched, LATE] });
    const [own, source] = ['Försenat', 'Försenat: hämtas från källan'].map((name) => textOf(screen.getByRole('region', { name })));
    expect([own?.includes('Utlån'), own?.includes('Folkmängd')]).toEqual([true, false]);
    expect([source?.includes('Utlån'), source?.includes('Folkmängd')]).toEqual([false, true]);
  });

  it('is narrowed to an area by its address, also where that is there twice, and says so in its heading, its title and its files', async () => {
    api.on('GET /api/calendar?area=leva', ok({ ...EMPTY, area: 'leva' }));
    const { screen } = await showPage(ReleaseCalendarPage, { inputs: { omrade: ['leva', 'verka'] } });
    const [leva, all] = ['Leva', 'alla områden'].map((name) => screen.getByRole('link', { name }));
    expect([leva?.getAttribute('href'), leva?.getAttribute('aria-current')]).toEqual(['/kalender?omrade=leva', 'true']);
    expect([all?.getAttribute('href'), all?.getAttribute('aria-current')]).toEqual(['/kalender', null]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('När siffrorna väntas: Leva');
    expect(document.title).toBe('Kalender: Leva – SLUSEN');
    expect(document.querySelector('a[href="/kalender.ics?area=leva"]')?.textContent).toBe('https://mal.exempel.se/kalender.ics?area=leva');
  });

  it('gives itself away as a calendar to follow, and says when nothing is expected', async () => {
    const screen = await shown({});
    expect(document.querySelector('details a')?.getAttribute('href')).toBe('/kalender.ics');
    expect(screen.getByRole('heading', { name: 'Inga siffror väntas de kommande tolv månaderna' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(document.title).toBe('Kalender – SLUSEN');
  });
});
