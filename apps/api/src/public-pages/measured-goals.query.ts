import { Injectable } from '@nestjs/common';
import type { Measure, Target, TargetChange } from '@slusen/domain';
import { judgedMeasure } from '../follow-up/outlook-view.js';
import type { AsOf } from '../platform/as-of.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetChangesQuery } from '../targets/target-changes.query.js';
import { TargetQuery } from '../targets/target.query.js';

/** A goal of the strategy in force that an indicator measures. */
export interface MeasuredGoal {
  readonly goal: Goal;
  readonly target: Target | undefined;
  /** How the target was changed by decision, the earliest change first. */
  readonly changes: readonly TargetChange[];
  readonly roles: readonly GoalRole[];
}

/** Reads which goals of the strategy in force an indicator measures, against which target, and who answers for them. */
@Injectable()
export class MeasuredGoalsQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly changes: TargetChangesQuery,
    private readonly responsibilities: ResponsibilityQuery,
  ) {}

  /** In the order of the strategy; none when the indicator belongs to no goal in force. */
  async run(indicatorId: number, asOf: AsOf): Promise<MeasuredGoal[]> {
    const [targets, strategy] = await Promise.all([this.targets.ofIndicator(indicatorId, asOf), this.strategies.current(asOf)]);
    const byGoal = new Map(targets.map(({ goalId, target }) => [goalId, target]));
    const goals = strategy ? goalsOf(strategy).filter(({ id }) => byGoal.has(id)) : [];
    if (goals.length === 0) return [];
    const ids = goals.map(({ id }) => id);
    const [roles, changes] = await Promise.all([this.responsibilities.ofGoals(ids, asOf), this.changes.ofIndicator(indicatorId, asOf)]);
    return goals.map((goal) => ({
      goal,
      target: byGoal.get(goal.id),
      changes: changes.filter(({ goalId }) => goalId === goal.id),
      roles: roles.get(goal.id) ?? [],
    }));
  }

  /** How each of the indicators is measured where no goal is spoken of, by its id; those without a target are not there. */
  async measures(indicatorIds: readonly number[], asOf: AsOf): Promise<Map<number, Measure>> {
    const [targets, strategy] = await Promise.all([this.targets.ofIndicators(indicatorIds, asOf), this.strategies.current(asOf)]);
    const places = new Map(strategy ? goalsOf(strategy).map(({ id }, place) => [id, place]) : []);
    const inOrder = targets
      .filter(({ goalId }) => places.has(goalId))
      .sort((a, b) => (places.get(a.goalId) ?? 0) - (places.get(b.goalId) ?? 0));
    return new Map(
      indicatorIds.flatMap((id) => {
        const measure = judgedMeasure(inOrder.filter(({ indicatorId }) => indicatorId === id));
        return measure ? [[id, measure] as const] : [];
      }),
    );
  }
}
