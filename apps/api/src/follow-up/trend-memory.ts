import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { TrendView } from '@slusen/contracts';
import type { Target } from '@slusen/domain';
import { NextPublicationQuery } from '../observations/next-publication.query.js';
import { Publications } from '../observations/publications.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Clock } from '../platform/clock.js';
import { Settings } from '../platform/settings.js';
import type { GoalDefinitions } from './goal-definitions.query.js';
import { KeptUntilPublication } from '../observations/kept-until-publication.js';
import { trendOf } from './outlook-view.js';
import { publicSeries } from './public-series.js';

type TrendOf = (indicatorId: number, target: Target | undefined) => TrendView | undefined;

interface Read {
  readonly trendOf: TrendOf;
  /** Milliseconds: an embargoed figure becomes public then, of which no announcement tells. */
  readonly until: number;
}

/**
 * Keeps the trends of the strategy's indicators in memory. A trend rests on ten years of values and changes with a
 * publication only, while a status rests on the last ones and is computed anew for each answer.
 */
@Injectable()
export class TrendMemory implements OnModuleDestroy {
  private readonly kept: KeptUntilPublication<Read>;

  constructor(
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly nextPublication: NextPublicationQuery,
    publications: Publications,
  ) {
    this.kept = new KeptUntilPublication(publications);
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  /** The trends of everything that measures the goals, as the figures were at the moment. */
  async of(definitions: GoalDefinitions, asOf: AsOf): Promise<TrendOf> {
    const read = await this.kept.of(
      asOf,
      () => this.read(definitions, asOf),
      ({ until }) => this.clock.now().getTime() < until,
    );
    return read.trendOf;
  }

  private async read({ targets, indicators }: GoalDefinitions, asOf: AsOf): Promise<Read> {
    // First the hour, then the figures: one that becomes public in between is read and no harm is done.
    const until = await this.nextPublication.at();
    const points = await this.series.ofIndicators([...indicators.keys()], this.settings.territory, asOf);
    const trends = new Map<string, TrendView | undefined>();
    for (const { indicatorId, target } of targets) {
      const [indicator, own, key] = [indicators.get(indicatorId), points.get(indicatorId), keyOf(indicatorId, target)];
      if (indicator && own && !trends.has(key)) trends.set(key, trendOf(indicator, publicSeries(own, indicator.rules), target));
    }
    return { until, trendOf: (indicatorId, target) => trends.get(keyOf(indicatorId, target)) };
  }
}

/** A target on twelve months has a trend of its own; its value makes no difference. */
function keyOf(indicatorId: number, target: Target | undefined): string {
  return `${indicatorId} ${target?.measure ?? 'value'}`;
}
