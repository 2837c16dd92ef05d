import { Injectable } from '@nestjs/common';
import type { MissingKind } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { statement, Statements } from '../platform/statements.js';
import type { ObservationRow } from './observation.row.js';
import type { SeriesHeadRow } from './series-head.row.js';

/** The last real value that the public sees, and the newest period when that is a missing one. */
export interface Latest {
  readonly latest: { readonly period: string; readonly value: number } | undefined;
  readonly missing: { readonly period: string; readonly kind: MissingKind } | undefined;
}

interface Line {
  readonly indicator_id: SeriesHeadRow['indicatorId'];
  readonly newest: ObservationRow['period'];
  readonly missing: ObservationRow['missing'];
  readonly period: ObservationRow['period'] | null;
  readonly value: ObservationRow['value'];
}

const LATEST = statement({
  name: 'observation.latest-values',
  text: `
    select h.indicator_id, n.period as newest, n.missing, o.period, o.value
      from series_head h
      join territory t on t.id = h.territory_id
      cross join lateral (
        select c.period, c.missing
          from public_observation($3) c
         where c.series_id = h.id
         order by c.period_end desc, c.revision desc
         limit 1) n
      left join lateral (
        select c.period, c.value
          from public_observation($3) c
         where c.series_id = h.id and c.value is not null
           and not exists (select 1 from public_observation($3) n where n.series_id = c.series_id and n.period = c.period and n.revision > c.revision)
         order by c.period_end desc, c.revision desc
         limit 1) o on true
     where h.indicator_id = any($1) and t.code = $2 and h.breakdown = ''`,
});

/** The latest value of many indicators at once, without their series. */
@Injectable()
export class LatestQuery {
  constructor(private readonly statements: Statements) {}

  /** By indicator id; those without any figure are not there. */
  async ofIndicators(indicatorIds: readonly number[], territory: string, { known }: AsOf): Promise<Map<number, Latest>> {
    const lines = await this.statements.rows<Line>(LATEST, [indicatorIds, territory, known]);
    return new Map(lines.map((line) => [line.indicator_id, latestOf(line)]));
  }
}

function latestOf({ newest, missing, period, value }: Line): Latest {
  return {
    latest: period === null || value === null ? undefined : { period, value },
    missing: missing === null ? undefined : { period: newest, kind: missing },
  };
}
