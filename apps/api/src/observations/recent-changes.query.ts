import { Injectable } from '@nestjs/common';
import type { MissingKind } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import { ObservationRow } from './observation.row.js';
import { SeriesHeadRow } from './series-head.row.js';

/** A figure that became public lately, for the first time or corrected. */
export interface RecentFigure {
  readonly indicatorId: number;
  readonly period: string;
  readonly value: number | undefined;
  readonly missing: MissingKind | undefined;
  readonly kind: 'new' | 'corrected';
  readonly publishedAt: string;
}

const HEAD = columns(SeriesHeadRow, 'h', 'indicatorId');
const FIGURE = columns(ObservationRow, 'l', 'period', 'value', 'missing', 'revision');
type Line = LineOf<typeof HEAD> & LineOf<typeof FIGURE> & { readonly public_at: ObservationRow['publishAt'] };

const DAY = `(c.public_at at time zone 'Europe/Stockholm')::date`;

/**
 * One line per series, however many periods an import brought: of what became public on its latest day the newest period.
 * The series' latest moment decides its place among the others. What was published last is found by an index, and from the newest period
 * back there are few until one of that day, so that a long history takes no longer.
 */
export const RECENT = statement({
  name: 'observation.recent-changes',
  text: `
    select ${HEAD}, ${FIGURE}, l.public_at
      from series_head h
      cross join lateral (
        select ${DAY} as day from public_observation($3) c where c.series_id = h.id order by c.publish_at desc limit 1) latest
      cross join lateral (
        select c.period, c.value, c.missing, c.revision, c.public_at
          from public_observation($3) c
         where c.series_id = h.id and ${DAY} >= latest.day
         order by c.period_end desc, c.revision desc
         limit 1) l
     where h.territory_id = (select id from territory where code = $1) and h.breakdown = ''
     order by l.public_at desc, h.indicator_id
     limit $2`,
});

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
