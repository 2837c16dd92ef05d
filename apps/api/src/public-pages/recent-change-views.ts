import { Injectable } from '@nestjs/common';
import type { StartPageView } from '@slusen/contracts';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { RecentChangesQuery } from '../observations/recent-changes.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';

type RecentChange = StartPageView['changes'][number];

/** What changed lately, with the names and units that figures are shown with. */
@Injectable()
export class RecentChangeViews {
  constructor(
    private readonly recent: RecentChangesQuery,
    private readonly indicators: IndicatorQuery,
    private readonly settings: Settings,
  ) {}

  async latest(limit: number, asOf: AsOf): Promise<{ views: RecentChange[]; hasExamples: boolean }> {
    const figures = await this.recent.run(this.settings.territory, limit, asOf);
    const indicators = await this.indicators.byIds(
      figures.map(({ indicatorId }) => indicatorId),
      asOf,
    );
    const views = figures.flatMap(({ indicatorId, ...figure }) => {
      const indicator = indicators.get(indicatorId);
      if (!indicator) return [];
      const { slug, name, unit, rules, isExample } = indicator;
      return [{ ...figure, indicator: { slug, name }, unit, decimals: rules.decimals, reporting: rules.reporting, isExample }];
    });
    return { views, hasExamples: views.some(({ isExample }) => isExample) };
  }
}
