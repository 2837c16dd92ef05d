import { Injectable } from '@nestjs/common';
import type { GridCell } from '@slusen/contracts';
import type { Indicator } from '../indicators/indicator.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import { goalsOf, type Goal } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetQuery } from '../targets/target.query.js';

/** Of indicators that are computed from others: their figures by period. */
export type DerivedFigures = ReadonlyMap<number, ReadonlyMap<string, GridCell['figure']>>;
/** The goals that each indicator measures. */
export type MeasuredGoals = ReadonlyMap<number, readonly Goal[]>;

/** What a grid shows beside what is entered in it. */
@Injectable()
export class GridAsideQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
  ) {}

  async derived(mine: readonly Indicator[], asOf: AsOf): Promise<DerivedFigures> {
    const ids = mine.filter(({ formula }) => formula).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const series = await this.series.ofIndicators(ids, this.settings.territory, asOf);
    return new Map(
      [...series].map(([id, points]) => [
        id,
        new Map(points.map(({ period, value, missing, quality }) => [period, { value, missing, quality }])),
      ]),
    );
  }

  async goals(mine: readonly Indicator[], asOf: AsOf): Promise<MeasuredGoals> {
    const [targets, strategy] = await Promise.all([
      this.targets.ofIndicators(
        mine.map(({ id }) => id),
        asOf,
      ),
      this.strategies.current(asOf),
    ]);
    const measured = Map.groupBy(targets, ({ indicatorId }) => indicatorId);
    const goals = strategy ? goalsOf(strategy) : [];
    return new Map([...measured].map(([id, of]) => [id, goals.filter((goal) => of.some(({ goalId }) => goalId === goal.id))] as const));
  }
}
