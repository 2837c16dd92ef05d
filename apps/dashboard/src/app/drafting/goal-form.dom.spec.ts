import type { DraftGoal } from '@slusen/contracts';
import { showPage } from '../../testing/show-page.js';
import { GoalForm } from './goal-form.js';

const GOAL: DraftGoal = { name: { sv: 'Fler bor här' }, description: { sv: '' }, roles: [], measures: [], isExample: false };
const THERE = {
  actors: [{ slug: 'kultur', name: { sv: 'Kultur' } }],
  indicators: [{ slug: 'besok', name: { sv: 'Besök' }, cadence: 'year', direction: 'increase', unit: { sv: 'besök' } }],
};

describe('GoalForm', () => {
  beforeEach(() => localStorage.clear());

  const open = (choices: object) =>
    showPage(GoalForm, { as: ['strategist'], inputs: { goal: GOAL, choices, here: { utkast: '4', del: 'goal:fler' } } });

  it('leads to where actors and indicators are added, and back', async () => {
    const { screen } = await open({ actors: [], indicators: [] });
    const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['Lägg till en aktör', '/administration/aktorer?utkast=4&del=goal:fler'],
      ['Gör en ny indikator', '/administration/indikatorer/ny?utkast=4&del=goal:fler'],
    ]);
    expect(screen.queryByRole('button', { name: 'Lägg till en roll' })).toBeNull();
  });

  it('chooses among those that are there', async () => {
    const { screen } = await open(THERE);
    expect(screen.getAllByRole('link').length).toBe(2);
    for (const name of ['Lägg till en roll', 'Lägg till en indikator']) expect(screen.getByRole('button', { name })).toBeTruthy();
  });
});
