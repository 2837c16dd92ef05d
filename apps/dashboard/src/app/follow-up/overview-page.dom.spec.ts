import { within } from '@testing-library/dom';
import type { OverviewView } from '@slusen/contracts';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { anOverview } from '../../testing/goals.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { OverviewPage } from './overview-page.js';

describe('OverviewPage', () => {
  async function showOverview(view: Partial<OverviewView> = {}) {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/overview', ok(anOverview(view)));
    const shown = await showPage(OverviewPage, { as: ['politician'] });
    const goals = (): string[] => shown.screen.queryAllByRole('heading', { level: 3 }).map(textOf);
    return { ...shown, goals };
  }

  it('counts the goals by how they stand, and says when that was computed', async () => {
    const { element, screen } = await showOverview();
    expect([...element.querySelectorAll('.status-counts li')].map(textOf)).toEqual(['1 mål i fas', '1 mål delvis i fas']);
    expect(screen.getByText('Uträknat den 27 november 2026')).toBeTruthy();
  });

  it('leads from an area to a goal to a figure', async () => {
    const { screen, goals } = await showOverview();
    const area = within(screen.getByRole('region', { name: /Leva/ }));
    expect(area.getByRole('link', { name: 'Leva' }).getAttribute('href')).toBe('/omrade/leva');
    expect(goals()).toEqual(['Fler bor här', 'Alla är trygga']);
    expect(area.getByRole('link', { name: 'Fler bor här' }).getAttribute('href')).toBe('/mal/fler-bor-har');
    expect(area.getByRole('link', { name: 'Folkmängd' }).getAttribute('href')).toBe('/indikator/folkmangd');
  });

  it('shows how an indicator stands with its finding, and which value is missing', async () => {
    const { element } = await showOverview();
    expect(textOf(element.querySelector('.indicator-row'))).toBe('Ur fas Folkmängd 15 327 invånare 2025 · 2022 saknas');
  });

  it('says beside the mark which value it rests on, and keeps the three columns of a row', async () => {
    const { areas } = anOverview();
    const basedOn = { sv: 'enligt värdet för 2022', en: 'as of 2022' };
    const rows = areas.map((area) => ({
      ...area,
      goals: area.goals.map((goal) => ({ ...goal, indicators: goal.indicators.map((one) => ({ ...one, basedOn })) })),
    }));
    const { element } = await showOverview({ areas: rows });
    const [mark, ...rest] = element.querySelector('.indicator-row')?.children ?? [];
    expect([textOf(mark ?? null), rest.length <= 2]).toEqual(['Ur fas enligt värdet för 2022', true]);
  });

  it('lists late values with how late they are and who answers for them', async () => {
    const { screen, element } = await showOverview();
    screen.getByText('Värden som skulle ha kommit: 1').click();
    expect(textOf(element.querySelector('.late-values li'))).toBe('Folkmängd, 2022 · 12 dagar försenat · Ekonomiavdelningen');
  });

  for (const [arrival, from] of [
    ['by-file', 'officiell statistik, läses in när den kommer från källan: SCB'],
    ['computed', 'räknas fram när dess delar har kommit'],
  ] as const) {
    it(`says of a late value that nobody is to enter how it comes: ${arrival}`, async () => {
      const { areas } = anOverview();
      const rows = areas.map((area) => ({
        ...area,
        goals: area.goals.map((goal) => ({
          ...goal,
          indicators: goal.indicators.map(({ late, ...one }) => ({ ...one, ...(late && { late: { ...late, arrival, source: 'SCB' } }) })),
        })),
      }));
      const { screen, element } = await showOverview({ areas: rows });
      screen.getByText('Värden som skulle ha kommit: 1').click();
      expect(textOf(element.querySelector('.late-values li'))).toBe(`Folkmängd, 2022 · 12 dagar försenat · Ekonomiavdelningen · ${from}`);
    });
  }

  it('shows only what is not on track when asked to, and all again', async () => {
    const { screen, goals, settled } = await showOverview();
    const box = screen.getByRole('checkbox', { name: 'Visa bara mål som inte är i fas' });
    box.click();
    await settled();
    expect(goals()).toEqual(['Fler bor här']);
    box.click();
    await settled();
    expect(goals()).toEqual(['Fler bor här', 'Alla är trygga']);
  });

  it('says that all goals are on track instead of showing nothing', async () => {
    const [area] = anOverview().areas;
    const met = area?.goals.filter(({ rollUp }) => rollUp.fulfilment === 'met') ?? [];
    const { screen, settled } = await showOverview({ areas: area ? [{ ...area, goals: met }] : [] });
    screen.getByRole('checkbox').click();
    await settled();
    expect(screen.getByRole('heading', { name: 'Alla mål är i fas' })).toBeTruthy();
  });

  for (const [role, way] of [
    ['strategist', '/administration/strategi'],
    ['politician', undefined],
  ] as const) {
    it(`says that no strategy is in force yet, ${way ? 'with the way to it for who may write it' : 'and what comes when one is'}`, async () => {
      localStorage.clear();
      new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/overview', ok({ areas: [], computedOn: '2026-11-27' }));
      const { screen } = await showPage(OverviewPage, { as: [role] });
      expect(screen.getByRole('heading', { name: 'Ingen strategi gäller än' })).toBeTruthy();
      expect(screen.queryByRole('link', { name: 'Skriv strategin' })?.getAttribute('href')).toBe(way);
    });
  }

  it('is refused in words to who has no right to it', async () => {
    new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/overview', refused(403, 'permission.forbidden'));
    const { screen } = await showPage(OverviewPage);
    expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Du har inte behörighet till den här sidan');
  });
});
