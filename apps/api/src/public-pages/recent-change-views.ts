import { Injectable } from '@nestjs/common';
import type { StartPageView } from '@slusen/contracts';
import { countedSeries, counts, parsePeriod, periodCode } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { RecentChangesQuery, type PassedOver, type RecentFigure } from '../observations/recent-changes.query.js';
import { observationOf } from '../observations/recorded-series.query.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';

type RecentChange = StartPageView['changes'][number];
type Indicators = ReadonlyMap<number, Indicator>;

/** What changed lately among the figures that count, with the names and units that they are shown with. */
@Injectable()
export class RecentChangeViews {
  constructor(
    private readonly recent: RecentChangesQuery,
    private readonly series: SeriesQuery,
    private readonly indicators: IndicatorQuery,
    private readonly settings: Settings,
  ) {}

  async latest(limit: number, asOf: AsOf): Promise<{ views: RecentChange[]; hasExamples: boolean }> {
    const { figures, indicators } = await this.counting(limit, asOf);
    const views = figures.flatMap((figure) => {
      const indicator = indicators.get(figure.indicatorId);
      return indicator ? [changeOf(figure, indicator)] : [];
    });
    return { views, hasExamples: views.some(({ isExample }) => isExample) };
  }

  /**
   * A figure that does not count, of a period under way, takes no place from one that does: it is passed over, with all others of its series
   * that do not count, and what was public before it is looked for until all that is found counts.
   */
  private async counting(limit: number, asOf: AsOf): Promise<{ figures: RecentFigure[]; indicators: Indicators }> {
    const passedOver: PassedOver[] = [];
    const looked = new Set<number>();
    for (;;) {
      const figures = await this.recent.run({ territory: this.settings.territory, limit, passedOver }, asOf);
      const indicators = await this.indicators.byIds(
        figures.map(({ indicatorId }) => indicatorId),
        asOf,
      );
      const apart = figures.filter((figure) => !isCounting(figure, indicators)).map(({ indicatorId }) => indicatorId);
      const anew = apart.filter((id) => !looked.has(id));
      if (anew.length === 0) return { figures: figures.filter(({ indicatorId }) => !apart.includes(indicatorId)), indicators };
      for (const id of anew) looked.add(id);
      passedOver.push(...(await this.apartOf(anew, indicators, asOf)));
    }
  }

  /** The periods of the indicators whose figures do not count. */
  private async apartOf(ids: readonly number[], indicators: Indicators, asOf: AsOf): Promise<PassedOver[]> {
    const series = await this.series.ofIndicators(ids, this.settings.territory, asOf);
    return [...series].flatMap(([indicatorId, points]) => {
      const indicator = indicators.get(indicatorId);
      const { apart } = indicator ? countedSeries(points.map(observationOf), indicator.rules) : { apart: [] };
      return apart.map(({ period }) => ({ indicatorId, period: periodCode(period) }));
    });
  }
}

function isCounting(figure: RecentFigure, indicators: Indicators): boolean {
  const { indicatorId, period, value, missing = 'not-yet-published', quality, isFinalEarly, recordedAt } = figure;
  const indicator = indicators.get(indicatorId);
  const measured = value === undefined ? { missing } : { value };
  const recorded = { ...measured, period: parsePeriod(period), quality, recordedAt, finalEarly: isFinalEarly };
  return indicator !== undefined && counts(recorded, indicator.rules);
}

function changeOf(figure: RecentFigure, { slug, name, unit, rules, isExample }: Indicator): RecentChange {
  const { period, value, missing, quality, kind, publishedAt } = figure;
  const { decimals, reporting } = rules;
  return { indicator: { slug, name }, unit, decimals, reporting, period, value, missing, quality, kind, isExample, publishedAt };
}
