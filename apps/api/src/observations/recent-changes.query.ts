import { Injectable } from '@nestjs/common';
import { revisionKind, type MissingKind, type Provenance, type Quality, type SaidFigure } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import { ObservationRow } from './observation.row.js';
import { saidBy } from './said-by.js';
import { SeriesHeadRow } from './series-head.row.js';
import { wasSeen } from './was-seen.js';

/** A figure that became public lately: for the first time, made final, or corrected. */
export interface RecentFigure {
  readonly indicatorId: number;
  readonly period: string;
  readonly value: number | undefined;
  readonly missing: MissingKind | undefined;
  readonly quality: Quality;
  readonly provenance: Provenance;
  readonly isFinalEarly: boolean;
  readonly recordedAt: string;
  readonly kind: 'new' | 'confirmed' | 'corrected';
  readonly publishedAt: string;
}

/** Periods of indicators, whose figures are passed over. */
export interface PassedOver {
  readonly indicatorId: number;
  readonly period: string;
}

/** Whose figures, and how many at most. */
interface Wanted {
  readonly territory: string;
  readonly limit: number;
  readonly passedOver?: readonly PassedOver[];
}

const HEAD = columns(SeriesHeadRow, 'h', 'indicatorId');
const FIGURE = columns(ObservationRow, 'l', 'period', 'value', 'missing', 'quality', 'provenance', 'isFinalEarly');
type Line = LineOf<typeof HEAD> &
  LineOf<typeof FIGURE> & {
    readonly public_at: ObservationRow['publishAt'];
    readonly recorded_at: Date;
    readonly was: SaidFigure | null;
    readonly becomes: SaidFigure;
  };

const IS_TOLD = `${wasSeen('c', '$3')}
           and not exists (select from unnest($4::int[], $5::text[]) p (indicator_id, period) where p.indicator_id = h.indicator_id and p.period = c.period)`;
const DAY = `(c.public_at at time zone 'Europe/Stockholm')::date`;

/**
 * One line per series, however many periods an import brought: of what became public on its latest day the newest period.
 * The series' latest moment decides its place among the others. What was published last is found by an index, and from the newest period
 * back there are few until one of that day, so that a long history takes no longer. What was replaced before anybody saw it is not told, nor
 * what is to be passed over.
 */
export const RECENT = statement({
  name: 'observation.recent-changes',
  text: `
    select ${HEAD}, ${FIGURE}, l.public_at, l.recorded_at,
           l.becomes,
           (select ${saidBy('e')} from public_observation($3) e
             where e.series_id = h.id and e.period_end = l.period_end and e.period = l.period and e.revision < l.revision
               and e.public_at < l.public_at
             order by e.revision desc limit 1) as was
      from series_head h
      cross join lateral (
        select ${DAY} as day from public_observation($3) c where c.series_id = h.id and ${IS_TOLD} order by c.publish_at desc limit 1) latest
      cross join lateral (
        select c.period, c.period_end, c.value, c.missing, c.quality, c.provenance, c.is_final_early, c.revision, c.public_at, c.recorded_at, ${saidBy('c')} as becomes
          from public_observation($3) c
         where c.series_id = h.id and ${DAY} >= latest.day and ${IS_TOLD}
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

  async run({ territory, limit, passedOver = [] }: Wanted, { known }: AsOf): Promise<RecentFigure[]> {
    const [ids, periods] = [passedOver.map(({ indicatorId }) => indicatorId), passedOver.map(({ period }) => period)];
    return (await this.statements.rows<Line>(RECENT, [territory, limit, known, ids, periods])).map((line) => ({
      indicatorId: line.indicator_id,
      period: line.period,
      value: line.value ?? undefined,
      missing: line.missing ?? undefined,
      quality: line.quality,
      provenance: line.provenance,
      isFinalEarly: line.is_final_early ?? false,
      recordedAt: line.recorded_at.toISOString(),
      kind: kindOf(line),
      publishedAt: line.public_at.toISOString(),
    }));
  }
}

function kindOf({ was, becomes }: Line): RecentFigure['kind'] {
  if (!was) return 'new';
  return revisionKind(was, becomes) === 'confirmation' ? 'confirmed' : 'corrected';
}
