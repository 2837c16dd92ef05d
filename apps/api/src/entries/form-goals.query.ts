import { Injectable } from '@nestjs/common';
import type { EntryForm } from '@slusen/contracts';
import { expectedAt, isJudgedByYear, periodPosition, type IndicatorRules, type Period, type Target } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import { goalsOf } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetQuery } from '../targets/target.query.js';
import { targetPathOf } from '../targets/target-path.js';

/** Which figure is held against targets. */
interface HeldFigure {
  readonly territory: string;
  readonly breakdown: string;
  readonly period: Period;
}

/** The goals of the strategy in force that an indicator measures, each with its target and what it expects of a figure. */
@Injectable()
export class FormGoalsQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly settings: Settings,
  ) {}

  /** In the order of the strategy; none of a part, since only the whole has targets. */
  async run(indicator: Indicator, { territory, breakdown, period }: HeldFigure, asOf: AsOf): Promise<EntryForm['goals']> {
    if (territory !== this.settings.territory || breakdown !== '') return [];
    const [targets, strategy] = await Promise.all([this.targets.ofIndicator(indicator.id, asOf), this.strategies.current(asOf)]);
    const byGoal = new Map(targets.map(({ goalId, target }) => [goalId, target]));
    return (strategy ? goalsOf(strategy) : []).flatMap(({ id, slug, name }) => {
      const target = byGoal.get(id);
      if (!target) return [];
      return [{ goal: { slug, name }, target: targetPathOf(target), expected: expectedOf(target, period, indicator.rules) }];
    });
  }
}

/** What accumulates over the year is held against a path of single values when the year is over. */
function expectedOf(target: Target, period: Period, rules: IndicatorRules): number | undefined {
  return isJudgedByYear(rules, target.measure) && periodPosition(period) % 12 !== 0 ? undefined : expectedAt(target, period);
}
