import { aRoundProgress, aRoundTask } from '../../testing/rounds.js';
import { byDepartment, byPerson, shownTasks, standingOf, STANDS } from './round-standing.js';

const TODAY = '2026-10-24';
const road = { slug: 'gatukontoret', name: { sv: 'Gatukontoret' } };
const tasks = [
  aRoundTask({ state: 'done' }),
  aRoundTask({ state: 'preliminary' }),
  aRoundTask({ state: 'submitted', by: ['Anna Lindeborg'] }),
  aRoundTask({ state: 'draft', by: ['Anna Lindeborg', 'Bo Ek'] }),
  aRoundTask({ state: 'overdue', department: road }),
  aRoundTask({ state: 'due', lastDay: '2026-11-01', department: road }),
];

describe('how far a round has come', () => {
  it('counts what is approved as done, preliminary or not, and what is begun as late as what is not', () => {
    expect(standingOf(tasks, TODAY)).toEqual({ all: 6, done: 2, overdue: 2, waiting: 1 });
    expect(standingOf(tasks, '2026-10-23').overdue).toBe(0);
  });

  it('is told by department, by name, with who can report and who reviews', () => {
    const found = byDepartment(aRoundProgress(tasks, { today: TODAY }));
    expect(
      found.map(({ department, done, all, reporters, reviewers }) => [department.slug, done, all, reporters.length, reviewers]),
    ).toEqual([
      ['gatukontoret', 0, 2, 0, []],
      ['kultur', 2, 4, 2, ['Karin Hollsten']],
    ]);
  });

  it('is told by person: what is theirs to go on with, and what waits for review', () => {
    expect(byPerson(tasks)).toEqual([
      { name: 'Anna Lindeborg', inHand: 1, waiting: 1 },
      { name: 'Bo Ek', inHand: 1, waiting: 0 },
    ]);
  });

  it('is shown by department and by how things stand', () => {
    const counts = STANDS.map((stand) => shownTasks(tasks, { department: '', stand, today: TODAY }).length);
    expect(counts).toEqual([4, 2, 1, 2]);
    expect(shownTasks(tasks, { department: 'gatukontoret', stand: 'sena', today: TODAY })).toEqual([tasks[4]!]);
    expect(shownTasks(tasks, { department: '', stand: undefined, today: TODAY }).length).toBe(6);
  });
});
