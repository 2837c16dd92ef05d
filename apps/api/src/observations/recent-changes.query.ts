import { Injectable } from '@nestjs/common';
import type { MissingKind } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { Statements } from '../platform/statements.js';

/** A figure that became public lately, for the first time or corrected. */
export interface RecentFigure {
  readonly indicatorId: number;
  readonly period: string;
  readonly value: number | undefined;
  readonly missing: MissingKind | undefined;
  readonly kind: 'new' | 'corrected';
  readonly publishedAt: string;
}

interface Line {
  indicator_id: number;
  period: string;
  value: number | null;
  missing: MissingKind | null;
  revision: number;
  public_at: Date;
}

/**
 * One line per series, however many periods an import brought: of what became public on its latest day the newest period.
 * The series' latest moment decides its place among the others.
 */
const RECENT = {
  name: 'observation.recent-changes',
  text: `
    select l.indicator_id, l.period, l.value, l.missing, l.revision, l.public_at
      from (select distinct on (o.series_id) h.indicator_id, o.period, o.value, o.missing, o.revision, o.public_at
              from series_head h
              join territory t on t.id = h.territory_id
              join public_observation($3) o on o.series_id = h.id
             where t.code = $1 and h.breakdown = ''
             order by o.series_id, (o.public_at at time zone 'Europe/Stockholm')::date desc, o.period_end desc, o.revision desc) l
     order by l.public_at desc, l.indicator_id
     limit $2`,
};

/** What changed lately for the territory as a whole, newest first. */
@Injectable()
export class RecentChangesQuery {
  constructor(private readonly statements: Statements) {}

  async run(territory: string, limit: number, { known }: AsOf): Promise<RecentFigure[]> {
    return (await this.statements.rows<Line>(RECENT, [territory, limit, known])).map((line) => ({
      indicatorId: line.indicator_id,
      period: line.period,
      value: line.value ?? undefined,
      missing: line.missing ?? undefined,
      kind: line.revision === 1 ? 'new' : 'corrected',
      publishedAt: line.public_at.toISOString(),
    }));
  }
}
