import type { EntryForm, TargetPath } from '@slusen/contracts';
import type { Localized, Measure } from '@slusen/domain';

/** What the target path of a goal expects of a figure. */
export interface GoalPath {
  readonly target: TargetPath;
  readonly expected: number | undefined;
  /** The goal's name, where there are several to tell apart. */
  readonly goal: Localized | undefined;
}

/** The target paths that are about single values, or about twelve months, in the order of the strategy. */
export function goalPaths({ goals }: Pick<EntryForm, 'goals'>, measure: Measure): readonly GoalPath[] {
  return goals
    .filter(({ target }) => target.measure === measure)
    .map(({ goal, target, expected }) => ({ target, expected, goal: goals.length > 1 ? goal.name : undefined }));
}
