import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/statements.js';

/** The last real value that the public sees. */
export interface LatestValue {
  readonly period: string;
  readonly value: number;
}

interface Line extends LatestValue {
  indicator_id: number;
}

const LATEST = {
  name: 'observation.latest-values',
  text: `
    select h.indicator_id, o.period, o.value
      from series_head h
      join territory t on t.id = h.territory_id
      cross join lateral (
        select c.period, c.value
          from public_observation c
         where c.series_id = h.id and c.value is not null
           and not exists (select 1 from public_observation n where n.series_id = c.series_id and n.period = c.period and n.revision > c.revision)
         order by c.period_end desc, c.revision desc
         limit 1) o
     where h.indicator_id = any($1) and t.code = $2 and h.breakdown = ''`,
};

/** The latest value of many indicators at once, without their series. */
@Injectable()
export class LatestQuery {
  constructor(private readonly statements: Statements) {}

  /** By indicator id; those without any value are not there. */
  async ofIndicators(indicatorIds: readonly number[], territory: string): Promise<Map<number, LatestValue>> {
    const lines = await this.statements.rows<Line>(LATEST, [indicatorIds, territory]);
    return new Map(lines.map(({ indicator_id, period, value }) => [indicator_id, { period, value }]));
  }
}
