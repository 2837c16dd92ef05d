import { Injectable } from '@nestjs/common';
import { periodCode, type Entry, type FigureInMail } from '@slusen/domain';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { TerritoryQuery } from '../organisation/territory.query.js';
import { Moments } from '../platform/moments.js';
import { Settings } from '../platform/settings.js';
import { figureAddress, figureName } from './figure-address.js';

/** The figure of an entry as a mail names it. */
@Injectable()
export class MailedFigure {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly territories: TerritoryQuery,
    private readonly settings: Settings,
    private readonly moments: Moments,
  ) {}

  async of({
    indicator: slug,
    period,
    territory,
    breakdown,
  }: Pick<Entry, 'indicator' | 'period' | 'territory' | 'breakdown'>): Promise<FigureInMail> {
    const asOf = this.moments.now();
    const { config, territory: own } = this.settings;
    const [indicator, place] = [await this.indicators.bySlug(slug, asOf), await this.territories.byCode(territory, asOf)];
    const code = periodCode(period);
    const address = figureAddress(config.publicUrl, { indicator: slug, period: code, territory, breakdown });
    return { name: figureName(indicator.name, territory === own ? undefined : place.name), period: code, address, lastDay: asOf.today };
  }
}
