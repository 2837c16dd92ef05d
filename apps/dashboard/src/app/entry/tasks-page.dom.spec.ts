import { within } from '@testing-library/dom';
import type { Task } from '@slusen/contracts';
import { aTask } from '../../testing/entries.js';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { aRoundList, aRoundView } from '../../testing/rounds.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { TasksPage } from './tasks-page.js';

const PEOPLE = [{ department: 'kultur', reporters: ['Anna Lindeborg', 'Bo Ek'], reviewers: ['Cajsa Warg'] }];

describe('TasksPage', () => {
  async function showTasks(...items: Task[]) {
    localStorage.clear();
    const rounds = aRoundList({ items: [aRoundView(), aRoundView({ period: '2026-Q2' })] });
    const api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/tasks', ok({ today: '2026-10-06', items, people: PEOPLE }));
    api.on('GET /api/rounds', ok(rounds));
    const shown = await showPage(TasksPage, { as: ['reporter'] });
    const part = (name: string) => within(shown.screen.getByRole('region', { name }));
    return { ...shown, part };
  }

  it('names a figure that accumulates by the months it covers', async () => {
    const { element } = await showTasks(aTask({ cadence: 'tertial', reporting: 'year-to-date', period: '2026-T2' }));
    expect(textOf(element)).toContain('januari–augusti 2026');
    expect(textOf(element)).not.toContain('maj–augusti');
  });

  it('counts what there is to do, and opens the right form in one press', async () => {
    const { part } = await showTasks(aTask(), aTask({ state: 'done', period: '2026-Q2', value: 110 }));
    const [item] = part('Att göra (1)').getAllByRole('listitem');
    const link = within(item as HTMLElement).getByRole('link', { name: /^Fyll i Besök på biblioteket, kvartal 3 2026/ });
    expect(link.getAttribute('href')).toBe('/inmatning/besok/2026-Q3?omrade=0884');
  });

  const states: [task: Partial<Task>, words: string, verb: string][] = [
    [{}, 'Att lämna in, senast den 20 oktober 2026, 14 dagar kvar', 'Fyll i'],
    [{ lastDay: '2026-10-07' }, 'Att lämna in, senast den 7 oktober 2026, en dag kvar', 'Fyll i'],
    [{ lastDay: '2026-10-06' }, 'Att lämna in, senast i dag, den 6 oktober 2026', 'Fyll i'],
    [{ state: 'overdue', lastDay: '2026-10-01' }, 'Försenad 5 dagar, skulle ha varit inne senast den 1 oktober 2026', 'Fyll i'],
    [{ state: 'draft' }, 'Påbörjad, senast den 20 oktober 2026, 14 dagar kvar', 'Fortsätt'],
    [{ state: 'preliminary', lastDay: '2026-08-19' }, 'Preliminärt värde, gör det slutligt när det är säkert', 'Se över'],
    [{ state: 'returned' }, 'Skickad tillbaka, senast den 20 oktober 2026, 14 dagar kvar', 'Fortsätt'],
  ];
  for (const [task, words, verb] of states) {
    it(`says "${words}", and offers "${verb}"`, async () => {
      const { screen, element } = await showTasks(aTask(task));
      expect(textOf(element.querySelector('.task p'))).toContain(words);
      expect(screen.getByRole('link', { name: new RegExp(`^${verb}`) })).toBeTruthy();
    });
  }

  const late: [task: Partial<Task>, isLate: boolean][] = [
    [{ state: 'overdue', lastDay: '2026-10-01' }, true],
    [{ state: 'draft', lastDay: '2026-10-01' }, true],
    [{ state: 'returned', lastDay: '2026-10-01' }, true],
    [{ state: 'preliminary', lastDay: '2026-10-01' }, false],
    [{ state: 'draft' }, false],
    [{ state: 'due' }, false],
  ];
  for (const [task, isLate] of late) {
    it(`marks a task as late or not, begun or not: ${task.state} ${task.lastDay ?? ''}`, async () => {
      const { element } = await showTasks(aTask(task));
      const marked = [...element.querySelectorAll<HTMLElement>('.task .late')].map(textOf).join();
      expect(marked.includes('2026')).toBe(isLate);
    });
  }

  it('opens the form of a breakdown, and says which one it is', async () => {
    const { screen, element } = await showTasks(aTask({ state: 'draft', breakdown: 'kön=kvinnor' }));
    expect(textOf(element.querySelector('.task p'))).toContain('Vimmerby, kön=kvinnor');
    const link = screen.getByRole('link', { name: /^Fortsätt/ });
    expect(link.getAttribute('href')).toBe('/inmatning/besok/2026-Q3?omrade=0884&uppdelning=k%C3%B6n%3Dkvinnor');
  });

  it('says which round asks for what, with its days and how much is left, and leads there', async () => {
    const done = aTask({ state: 'done', round: '2026-Q2', period: '2026-Q2', value: 110 });
    const { screen, element } = await showTasks(aTask({ round: '2026-Q3' }), aTask({ period: '2026-Q1' }), done);
    const link = screen.getByRole('link', { name: 'Uppföljning kvartal 3 2026' });
    expect(link.getAttribute('href')).toBe('/omgangar/2026-Q3');
    expect([...element.querySelectorAll('.banner')].map(textOf)).toEqual([
      'Uppföljning kvartal 3 2026: en uppgift kvar. Sista dag 20 oktober 2026, respit till 23 oktober 2026.',
    ]);
    expect([...element.querySelectorAll('.task p:has(strong)')].map((line) => textOf(line).includes('Uppföljning'))).toEqual([true, false]);
  });

  it('says who else can give it, who reviews it, until when, and whose it is', async () => {
    const { element } = await showTasks(aTask({ round: '2026-Q3', reviewUntil: '2026-10-30', inPlaceOf: ['Rut Alm'] }));
    const told = textOf(element.querySelector('.task'));
    expect(told).toContain('Rapporterar: Anna Lindeborg och Bo Ek. Granskar: Cajsa Warg, till och med 30 oktober 2026.');
    expect(told).toContain('som ersättare för Rut Alm');
  });

  it('shows why a task was sent back', async () => {
    const { screen } = await showTasks(aTask({ state: 'returned', returnedReason: 'Räkna om.' }));
    expect(screen.getByText('Räkna om.').lang).toBe('sv');
  });

  it('keeps what waits and what is done apart, with what was handed in', async () => {
    const { value: _, ...none } = aTask({ state: 'done', period: '2026-Q1', missing: 'not-measured' });
    const { part } = await showTasks(aTask({ state: 'submitted', value: 120 }), none);
    expect(textOf(part('Väntar på granskning').getByRole('listitem'))).toBe('Besök på biblioteket 120 besök kvartal 3 2026');
    expect(textOf(part('Nyligen klart').getByRole('listitem'))).toBe('Besök på biblioteket inte mätt kvartal 1 2026');
  });

  it('has no empty headings, and says what comes next when there is nothing to do', async () => {
    const { screen } = await showTasks();
    expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Att göra (0)', 'Du har inget att lämna in just nu']);
    expect(screen.getByText('Nya uppgifter kommer hit när nästa period är slut.')).toBeTruthy();
  });
});
