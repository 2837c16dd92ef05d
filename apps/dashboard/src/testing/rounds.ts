import type { RoundList, RoundProgress, RoundTask, RoundView } from '@slusen/contracts';
import { aTask } from './entries.js';

/** The round of a quarter, open for its first twenty days with three of grace. */
export function aRoundView(different: Partial<RoundView> = {}): RoundView {
  return {
    ...{ period: '2026-Q3', opensOn: '2026-10-01', dueOn: '2026-10-20', graceDays: 3, reviewUntil: '2026-10-30' },
    ...{ isCancelled: false, revision: 1, state: 'open' },
    ...different,
  };
}

/** The rounds on a day of October. */
export function aRoundList(different: Partial<RoundList> = {}): RoundList {
  return { today: '2026-10-06', items: [aRoundView()], rules: [], ...different };
}

/** A figure that a round asks for and nobody has begun. */
export function aRoundTask(different: Partial<RoundTask> = {}): RoundTask {
  return { ...aTask(), lastDay: '2026-10-23', round: '2026-Q3', by: [], ...different };
}

/** How far a round has come that asks for what it is given. */
export function aRoundProgress(tasks: readonly RoundTask[], different: Partial<RoundProgress> = {}): RoundProgress {
  const people = [{ department: 'kultur', reporters: ['Anna Lindeborg', 'Bo Ek'], reviewers: ['Karin Hollsten'] }];
  return { today: '2026-10-06', tasks: [...tasks], notYetDue: [], people, ...different };
}
