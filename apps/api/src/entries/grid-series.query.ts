import { Injectable } from '@nestjs/common';
import { parsePeriod, periodCode, periodPosition, type Localized, type Period } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { ObservationRow } from '../observations/observation.row.js';
import { SeriesPlacesQuery } from './series-places.query.js';
import { asKnown } from '../platform/as-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { notesOn } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';

type FigureTold = readonly [
  period: ObservationRow['period'],
  value: ObservationRow['value'],
  missing: ObservationRow['missing'],
  quality: ObservationRow['quality'],
];

interface SeriesLine {
  readonly indicator_id: number;
  readonly breakdown: string;
  readonly territory: string;
  readonly sv: string;
  readonly en: string | null;
  readonly figures: readonly FigureTold[] | null;
  readonly open: readonly (readonly [period: string, entry: string])[] | null;
}

/** Of each series the latest figures of some periods, public or not, and the entries under way. $1 indicators, $2 and $3 positions of periods. */
const SERIES = statement({
  name: 'grid.series',
  text: `
    select h.indicator_id, h.breakdown, t.code as territory, t.name_sv as sv, t.name_en as en,
           (select json_agg(json_build_array(o.period, case when hidden.note ? 'value' then null else o.value end,
                                             case when hidden.note ? 'value' then 'confidential' else o.missing end, o.quality))
              from (select distinct on (o.period) o.* from observation o
                     where o.series_id = h.id and o.period_end between $2 and $3 order by o.period, o.revision desc) o
              cross join lateral (select ${notesOn({ alias: 'o', table: 'observation', key: 'o.id::text' })} as note offset 0) hidden) as figures,
           (select json_agg(json_build_array(e.period, e.id)) from entry e
             where e.series_id = h.id and e.period_end between $2 and $3 and e.state not in ('approved', 'discarded')) as open
      from series_head h join ${asKnown('territory')} t on t.id = h.territory_id
     where h.indicator_id = any($1)
     order by h.breakdown, t.code`,
});

/** A series in a grid: its figures and the ids of its entries under way, by their periods. */
export interface GridSeries {
  readonly indicator: Indicator;
  readonly territory: { readonly code: string; readonly name: Localized };
  readonly breakdown: string;
  readonly figures: ReadonlyMap<string, FigureTold>;
  readonly open: ReadonlyMap<string, string>;
}

/** The series of indicators: those that they are to have, and their breakdowns as far as somebody has begun them. */
@Injectable()
export class GridSeriesQuery {
  constructor(
    private readonly places: SeriesPlacesQuery,
    private readonly statements: Statements,
  ) {}

  /** In the order of the indicators; of each the whole first, then its localities, then its breakdowns, but for parts that are entered with their whole. */
  async of(indicators: readonly Indicator[], periods: readonly Period[]): Promise<GridSeries[]> {
    const wanted = await this.places.of(indicators, () => []);
    const ends = periods.map(periodPosition);
    const lines = await this.statements.rows<SeriesLine>(SERIES, [indicators.map(({ id }) => id), Math.min(...ends), Math.max(...ends)]);
    const found = new Map(lines.map((line) => [keyOf(line), line]));
    const ofPlaces = wanted.map(({ indicator, territory }) => ({ indicator, territory, breakdown: '' }));
    const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const broken = lines.flatMap(({ indicator_id: id, territory, breakdown, sv, en }) => {
      const indicator = breakdown === '' ? undefined : byId.get(id);
      return indicator && !indicator.breakdown ? [{ indicator, territory: { code: territory, name: localizedOf(sv, en) }, breakdown }] : [];
    });
    const order = new Map(indicators.map(({ id }, at) => [id, at]));
    const place = ({ indicator }: { indicator: Indicator }): number => order.get(indicator.id) ?? 0;
    return [...ofPlaces, ...broken]
      .sort((a, b) => place(a) - place(b))
      .map(({ indicator, territory, breakdown }) => {
        const line = found.get(keyOf({ indicator_id: indicator.id, territory: territory.code, breakdown }));
        return {
          ...{ indicator, territory, breakdown },
          figures: new Map((line?.figures ?? []).map((told) => [periodCode(parsePeriod(told[0])), told])),
          open: new Map(line?.open ?? []),
        };
      });
  }
}

function keyOf({ indicator_id: id, territory, breakdown }: Pick<SeriesLine, 'indicator_id' | 'territory' | 'breakdown'>): string {
  return JSON.stringify([id, territory, breakdown]);
}
