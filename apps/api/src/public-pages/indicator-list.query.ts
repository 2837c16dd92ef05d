import { Injectable } from '@nestjs/common';
import type { IndicatorList } from '@slusen/contracts';
import { isOnlyPerLocality } from '@slusen/domain';
import { IndicatorSearchQuery, type IndicatorSearch } from '../indicators/indicator-search.query.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { LatestQuery } from '../observations/latest.query.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';

/** A list of indicators, all or those found, each with the municipality's latest value. */
@Injectable()
export class IndicatorListQuery {
  constructor(
    private readonly search: IndicatorSearchQuery,
    private readonly indicators: IndicatorQuery,
    private readonly latest: LatestQuery,
    private readonly settings: Settings,
  ) {}

  async run(search: IndicatorSearch, asOf: AsOf): Promise<IndicatorList> {
    declareRead('strategy', 'figures');
    const { total, ids } = await this.search.run(search, asOf);
    const [indicators, latest] = await Promise.all([
      this.indicators.byIds(ids, asOf),
      this.latest.ofIndicators(ids, this.settings.territory, asOf),
    ]);
    const items = ids.flatMap((id) => {
      const indicator = indicators.get(id);
      if (!indicator) return [];
      const { slug, name, unit, rules, isExample } = indicator;
      const figures = latest.get(id);
      const perLocality = isOnlyPerLocality({ perLocality: indicator.perLocality, observations: figures ? [figures] : [] });
      return [{ slug, name, unit, decimals: rules.decimals, cadence: rules.cadence, isExample, ...figures, perLocality }];
    });
    return { items, total, limit: search.limit, offset: search.offset };
  }
}
