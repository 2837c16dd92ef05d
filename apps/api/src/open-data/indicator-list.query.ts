import { Injectable } from '@nestjs/common';
import type { IndicatorList } from '@slusen/contracts';
import { IndicatorSearchQuery, type IndicatorSearch } from '../indicators/indicator-search.query.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { LatestQuery } from '../observations/latest.query.js';
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

  async run(search: IndicatorSearch): Promise<IndicatorList> {
    const { total, ids } = await this.search.run(search);
    const [indicators, latest] = await Promise.all([this.indicators.byIds(ids), this.latest.ofIndicators(ids, this.settings.territory)]);
    const items = ids.flatMap((id) => {
      const indicator = indicators.get(id);
      if (!indicator) return [];
      const { slug, name, unit, rules, isExample } = indicator;
      return [{ slug, name, unit, decimals: rules.decimals, cadence: rules.cadence, isExample, latest: latest.get(id) }];
    });
    return { items, total, limit: search.limit, offset: search.offset };
  }
}
