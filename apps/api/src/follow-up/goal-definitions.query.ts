import { Injectable } from '@nestjs/common';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { AsOf } from '../platform/as-of.js';
import type { Goal } from '../strategy/strategy.js';
import { TargetQuery, type GoalTarget } from '../targets/target.query.js';

/** What goals are measured by: targets, and the definitions (with series breaks) of their indicators by id. No figures. */
export interface GoalDefinitions {
  readonly targets: readonly GoalTarget[];
  readonly indicators: ReadonlyMap<number, Indicator>;
}

/** Reads what was decided about the measuring of goals, with two statements. */
@Injectable()
export class GoalDefinitionsQuery {
  constructor(
    private readonly targets: TargetQuery,
    private readonly indicators: IndicatorQuery,
  ) {}

  async ofGoals(goals: readonly Goal[], asOf: AsOf): Promise<GoalDefinitions> {
    const targets = await this.targets.ofGoals(
      goals.map(({ id }) => id),
      asOf,
    );
    return { targets, indicators: await this.indicators.byIds([...new Set(targets.map(({ indicatorId }) => indicatorId))], asOf) };
  }
}
