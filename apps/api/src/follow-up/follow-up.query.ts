import { Injectable } from '@nestjs/common';
import type { SeriesPoint } from '@slusen/contracts';
import type { IsoDate } from '@slusen/domain';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { Indicator } from '../indicators/indicator.js';
import { observationOf, SeriesQuery } from '../observations/series.query.js';
import { Settings } from '../platform/settings.js';
import type { Goal } from '../strategy/strategy.js';
import { TargetQuery, type GoalTarget } from '../targets/target.query.js';
import { followUpGoal, type GoalFollowUp, type PublicSeries } from './goal-follow-up.js';

interface Facts {
  readonly targets: readonly GoalTarget[];
  readonly indicators: ReadonlyMap<number, Indicator>;
  readonly series: ReadonlyMap<number, PublicSeries>;
}

const NOTHING: PublicSeries = { points: [], observations: [] };

/** Reads what the goals are measured by and computes how they stand: three statements, however many goals there are. */
@Injectable()
export class FollowUpQuery {
  constructor(
    private readonly targets: TargetQuery,
    private readonly indicators: IndicatorQuery,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
  ) {}

  /** How each of the goals stands today, in their order. */
  async ofGoals(goals: readonly Goal[], today: IsoDate): Promise<GoalFollowUp[]> {
    const targets = await this.targets.ofGoals(goals.map(({ id }) => id));
    const ids = [...new Set(targets.map(({ indicatorId }) => indicatorId))];
    const [indicators, points] = await Promise.all([this.indicators.byIds(ids), this.series.ofIndicators(ids, this.settings.territory)]);
    // Read once, though an indicator may measure several goals.
    const series = new Map([...points].map(([id, own]) => [id, publicSeries(own)]));
    return goals.map((goal) => followUpGoal(goal, factsOf(goal, { targets, indicators, series }), today));
  }
}

/** A series as the rules read it, beside the points it came from. */
export function publicSeries(points: readonly SeriesPoint[]): PublicSeries {
  return { points, observations: points.map(observationOf) };
}

function factsOf({ id }: Goal, { targets, indicators, series }: Facts) {
  return targets
    .filter(({ goalId }) => goalId === id)
    .flatMap(({ indicatorId, target }) => {
      const indicator = indicators.get(indicatorId);
      return indicator ? [{ indicator, target, series: series.get(indicatorId) ?? NOTHING }] : [];
    });
}
