import { Injectable } from '@nestjs/common';
import { isOnlyPerLocality, type Localized } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { asKnown } from '../platform/as-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import { RecordedPeriodsQuery, seriesKey, type RecordedPeriods, type WantedPeriods } from './recorded-periods.query.js';

const TERRITORIES = statement({
  name: 'task.territories',
  text: `select code, name_sv as sv, name_en as en from ${asKnown('territory')} t where code = any($1)`,
});

/** A series that an indicator is to have. */
export interface SeriesPlace {
  readonly indicator: Indicator;
  readonly territory: { readonly code: string; readonly name: Localized };
  /** What it has already of the wanted periods; undefined when it has no figure at all. */
  readonly known: RecordedPeriods | undefined;
}

/** Where indicators have figures: for the municipality, unless one is told locality by locality, and for those. */
@Injectable()
export class SeriesPlacesQuery {
  constructor(
    private readonly recorded: RecordedPeriodsQuery,
    private readonly statements: Statements,
    private readonly settings: Settings,
  ) {}

  async of(indicators: readonly Indicator[], wantedOf: WantedPeriods): Promise<SeriesPlace[]> {
    const own = this.settings.territory;
    const recorded = await this.recorded.of(indicators, wantedOf);
    const names = await this.names([...new Set([own, ...indicators.flatMap(({ perLocality }) => perLocality)])]);
    return indicators.flatMap((indicator) => {
      const placeAt = (code: string): SeriesPlace => {
        const territory = { code, name: names.get(code) ?? { sv: code } };
        return { indicator, territory, known: recorded.get(seriesKey(indicator.id, code)) };
      };
      const { perLocality } = indicator;
      const [total, localities] = [placeAt(own), perLocality.map(placeAt)];
      return isOnlyPerLocality({ perLocality, observations: total.known ? [total.known] : [] }) ? localities : [total, ...localities];
    });
  }

  private async names(codes: readonly string[]): Promise<Map<string, Localized>> {
    const lines = await this.statements.rows<{ code: string; sv: string; en: string | null }>(TERRITORIES, [codes]);
    return new Map(lines.map(({ code, sv, en }) => [code, localizedOf(sv, en)]));
  }
}
