import { Injectable } from '@nestjs/common';
import type { SeriesSelection, SeriesView } from '@slusen/contracts';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { SeriesQuery } from '../observations/series.query.js';
import { TerritoryQuery, type Territory } from '../organisation/territory.query.js';
import { Settings } from '../platform/settings.js';
import type { SeriesTable } from './series-csv.js';

/** One series, whole: an indicator for a territory (the municipality when none is named) and a breakdown. */
@Injectable()
export class SeriesViewQuery {
  constructor(
    private readonly series: SeriesQuery,
    private readonly indicators: IndicatorQuery,
    private readonly territories: TerritoryQuery,
    private readonly settings: Settings,
  ) {}

  /** One statement when there are figures; throws `indicator.not-found` or `territory.not-found`. */
  async run(slug: string, { territory = this.settings.territory, breakdown }: SeriesSelection): Promise<SeriesView> {
    const points = await this.series.named(slug, territory, breakdown);
    if (points.length === 0) await this.mustExist(slug, territory);
    return { indicator: slug, territory, breakdown, points };
  }

  /** The same with the words that a file needs. */
  async table(slug: string, { territory = this.settings.territory, breakdown }: SeriesSelection): Promise<SeriesTable> {
    const [indicator, found, points] = await Promise.all([
      this.indicators.bySlug(slug),
      this.territories.byCode(territory),
      this.series.named(slug, territory, breakdown),
    ]);
    return { indicator: { slug, name: indicator.name, unit: indicator.unit }, territory: found, breakdown, points };
  }

  /** What the name of a file begins with: the indicator, and the territory when it is another than the municipality. */
  fileName({ indicator, territory }: { readonly indicator: { readonly slug: string }; readonly territory: Territory }): string {
    return territory.code === this.settings.territory ? indicator.slug : `${indicator.slug}_${territory.code}`;
  }

  private async mustExist(slug: string, territory: string): Promise<void> {
    await Promise.all([this.indicators.bySlug(slug), this.territories.byCode(territory)]);
  }
}
