import { Injectable } from '@nestjs/common';
import { revisionKind, type Localized, type RevisionKind, type SaidFigure } from '@slusen/domain';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { actorNames } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import { ObservationRow } from './observation.row.js';
import type { SeriesKey } from './recorded-series.query.js';
import { saidBy } from './said-by.js';
import { wasSeen } from './was-seen.js';

const SEEN = columns(ObservationRow, 'o', 'period', 'revision', 'reason', 'source');
type Line = LineOf<typeof SEEN> & {
  readonly was: SaidFigure | null;
  readonly becomes: SaidFigure;
  readonly approved_by: Localized | null;
  readonly public_at: Date;
  readonly total: number;
};

/** What became public in the same minute, as a page tells the time, is in the order of its periods: a first import has many files. */
const REVISIONS = statement({
  name: 'observation.revisions',
  text: `
    select ${SEEN}, p.was, ${saidBy('o')} as becomes, o.public_at, count(*) over ()::int as total,
           case when o.department_id is not null
                then (select ${actorNames('a')} from ${asKnown('actor', '$4')} a where a.id = o.department_id) end as approved_by
      from series_head h
      join ${asKnown('territory', '$4')} t on t.id = h.territory_id
      join public_observation($4) o on o.series_id = h.id
      left join lateral (
        select ${saidBy('b')} as was
          from public_observation($4) b
         where b.series_id = h.id and b.period_end = o.period_end and b.period = o.period and b.revision < o.revision and b.public_at < o.public_at
         order by b.revision desc
         limit 1) p on true
     where h.indicator_id = $1 and t.code = $2 and h.breakdown = $3 and ${wasSeen('o', '$4')}
     order by date_trunc('minute', o.public_at) desc, o.period_end desc, o.revision desc
     limit $5 offset $6`,
});

/** A revision that the public has seen, before it is put into words. */
export interface SeenRevision {
  readonly period: string;
  readonly revision: number;
  readonly kind: RevisionKind | 'first';
  readonly from?: SaidFigure | undefined;
  readonly to: SaidFigure;
  readonly reason?: string | undefined;
  readonly source: string;
  readonly approvedBy?: Localized | undefined;
  readonly publishedAt: string;
}

/** Every revision of a series that the public has seen, the first of each period too: latest first. */
@Injectable()
export class RevisionsQuery {
  constructor(private readonly statements: Statements) {}

  async run(
    { indicatorId, territory, breakdown = '' }: SeriesKey,
    { limit, offset }: { readonly limit: number; readonly offset: number },
    { known }: AsOf,
  ): Promise<{ readonly items: SeenRevision[]; readonly total: number }> {
    const lines = await this.statements.rows<Line>(REVISIONS, [indicatorId, territory, breakdown, known, limit, offset]);
    return { items: lines.map(seenOf), total: lines[0]?.total ?? 0 };
  }
}

function seenOf({ period, revision, was, becomes, reason, source, approved_by: approvedBy, public_at: at }: Line): SeenRevision {
  return {
    ...{ period, revision, to: becomes, source, publishedAt: at.toISOString() },
    kind: was ? revisionKind(was, becomes) : 'first',
    ...(was ? { from: was } : {}),
    ...(reason ? { reason } : {}),
    ...(approvedBy ? { approvedBy } : {}),
  };
}
