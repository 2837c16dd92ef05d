import type { RoundProgress, RoundTask } from '@slusen/contracts';

/** What counts as done: approved, whether or not it waits to become final. */
const DONE: readonly RoundTask['state'][] = ['done', 'preliminary'];
export const isDone = ({ state }: Pick<RoundTask, 'state'>): boolean => DONE.includes(state);

/** How far some tasks have come. */
export interface Standing {
  readonly all: number;
  readonly done: number;
  readonly overdue: number;
  readonly waiting: number;
}

/** A department in a round: how far it has come, and who can do something about it. */
export interface DepartmentStanding extends Standing {
  readonly department: RoundTask['department'];
  readonly reporters: readonly string[];
  readonly reviewers: readonly string[];
}

/** Whoever has something in hand: how much is theirs to go on with, and how much waits for review. */
export interface PersonStanding {
  readonly name: string;
  readonly inHand: number;
  readonly waiting: number;
}

/** How far the tasks have come, `today` being the day that it is asked. */
export function standingOf(tasks: readonly RoundTask[], today: string): Standing {
  const count = (is: (task: RoundTask) => boolean): number => tasks.filter(is).length;
  return {
    all: tasks.length,
    done: count(isDone),
    overdue: count((task) => isLate(task, today)),
    waiting: count(({ state }) => state === 'submitted'),
  };
}

/** Nothing was handed in, and its last day has passed. */
export const isLate = ({ state, lastDay }: RoundTask, today: string): boolean =>
  lastDay < today && (state === 'overdue' || state === 'draft' || state === 'returned');

/** The departments that the tasks are of, by name. */
export function byDepartment({ today, tasks, people }: RoundProgress): DepartmentStanding[] {
  const grouped = [...Map.groupBy(tasks, ({ department }) => department.slug).values()];
  return grouped
    .flatMap((own) => {
      const department = own[0]?.department;
      if (!department) return [];
      const { reporters = [], reviewers = [] } = people.find((one) => one.department === department.slug) ?? {};
      return [{ department, ...standingOf(own, today), reporters, reviewers }];
    })
    .sort((a, b) => a.department.name.sv.localeCompare(b.department.name.sv, 'sv'));
}

/** Everybody who has something in hand, by name. */
export function byPerson(tasks: readonly RoundTask[]): PersonStanding[] {
  const names = [...new Set(tasks.flatMap(({ by }) => by))].sort((a, b) => a.localeCompare(b, 'sv'));
  return names.map((name) => {
    const own = tasks.filter(({ by }) => by.includes(name));
    const waiting = own.filter(({ state }) => state === 'submitted').length;
    return { name, inHand: own.length - waiting, waiting };
  });
}

/** Which tasks are shown, as the address says it. */
export const STANDS = ['kvar', 'sena', 'granskas', 'klara'] as const;
export type Stand = (typeof STANDS)[number];

const IN_STAND: Readonly<Record<Stand, (task: RoundTask, today: string) => boolean>> = {
  kvar: (task) => !isDone(task),
  sena: isLate,
  granskas: ({ state }) => state === 'submitted',
  klara: isDone,
};

/** The tasks of a department (empty: of all) that stand so. */
export function shownTasks(
  tasks: readonly RoundTask[],
  { department, stand, today }: { readonly department: string; readonly stand: Stand | undefined; readonly today: string },
): RoundTask[] {
  return tasks.filter(
    (task) => (department === '' || task.department.slug === department) && (stand === undefined || IN_STAND[stand](task, today)),
  );
}
