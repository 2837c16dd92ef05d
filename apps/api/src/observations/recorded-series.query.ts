import { Injectable } from '@nestjs/common';
import type { SeriesPoint } from '@slusen/contracts';
import { parsePeriod, type Localized, type Measured, type Observation } from '@slusen/domain';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { actorNames } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import type { ObservationRow } from './observation.row.js';

/** A series: an indicator for a territory and a breakdown (empty: the whole). */
export interface SeriesKey {
  readonly indicatorId: number;
  readonly territory: string;
  readonly breakdown?: string;
}

/** The points of a series as `publicPoints` gives them; null when it has none. */
export type PointLines = readonly PointCells[] | null;

/** A point as the statements give it: an array per point costs a third of a row, and the hot reads have thousands. */
type PointCells = readonly [
  period: ObservationRow['period'],
  value: ObservationRow['value'],
  missing: ObservationRow['missing'],
  quality: ObservationRow['quality'],
  provenance: ObservationRow['provenance'],
  provenanceNote: ObservationRow['provenanceNote'],
  margin: ObservationRow['margin'],
  respondents: ObservationRow['respondents'],
  revision: ObservationRow['revision'],
  source: ObservationRow['source'],
  approvedBy: Localized | null,
  recordedAt: number,
  finalEarly: ObservationRow['isFinalEarly'],
  publishedAt: string | null,
  share: readonly [numerator: number, denominator: number] | null,
];

interface Line<Key> {
  readonly key: Key;
  readonly points: PointLines;
}

/** SQL: a moment as the wire has it. */
const INSTANT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL: a moment of the record, which has whole milliseconds, as their number, which takes less time to make than its text. */
const MILLISECONDS = (column: string): string => `round(date_part('epoch', ${column}) * 1000)`;

/** The department is looked up where there is one: few figures have come from an official's hand, and joining all of them takes longer. */
const POINTS = (moment: `$${number}`): string => `
  json_agg(json_build_array(o.period, o.value, o.missing, o.quality, o.provenance, o.provenance_note, o.margin, o.respondents,
                            o.revision, o.source,
                            case when o.department_id is not null
                                 then (select ${actorNames('a')} from ${asKnown('actor', moment)} a where a.id = o.department_id) end,
                            ${MILLISECONDS('o.recorded_at')}, o.is_final_early,
                            case when o.publish_at > o.recorded_at then ${INSTANT('o.publish_at')} end,
                            case when o.denominator is not null then json_build_array(o.numerator, o.denominator) end)
           order by o.period_end)`;

/** SQL: the current public revisions of the series `h`, or those `of` it, for `pointsOf`; one walk along the index on series, period and revision. */
export const publicPoints = (moment: `$${number}`, of = 'true'): string => `
  (select ${POINTS(moment)}
     from (select distinct on (c.period_end) c.*
             from public_observation(${moment}) c
            where c.series_id = h.id and ${of}
            order by c.period_end, c.revision desc) o)`;

const TERRITORY = `h.territory_id = (select id from territory where code = $2)`;
const ONE = statement({
  name: 'series.one',
  text: `select 0 as key, ${publicPoints('$4')} as points from series_head h where h.indicator_id = $1 and ${TERRITORY} and h.breakdown = $3`,
});
const NAMED = statement({
  name: 'series.named',
  text: `select 0 as key, ${publicPoints('$4')} as points
           from series_head h
          where h.indicator_id = (select id from indicator where slug = $1) and ${TERRITORY} and h.breakdown = $3`,
});
const OF_INDICATORS = statement({
  name: 'series.of-indicators',
  text: `select h.indicator_id as key, ${publicPoints('$3')} as points
           from series_head h
          where h.indicator_id = any($1) and ${TERRITORY} and h.breakdown = ''`,
});
/** $3 the last month whose values are looked for as the latest, $4 and $5 each indicator and the months it is read back from there. */
const ENDS = statement({
  name: 'series.ends',
  text: `select h.indicator_id as key, ${publicPoints('$6', 'c.period_end > l.start')} as points
           from series_head h
           join unnest($4::int[], $5::int[]) as wanted (id, months) on wanted.id = h.indicator_id
           cross join lateral (
             select coalesce((select m.period_end
                                from public_observation($6) m
                               where m.series_id = h.id and m.value is not null and m.period_end <= $3
                               order by m.period_end desc
                               limit 1) - wanted.months, 0) as start) l
          where h.indicator_id = any($1) and ${TERRITORY} and h.breakdown = ''`,
});
const OF_PARTS = statement({
  name: 'series.of-parts',
  text: `select t.code as key, ${publicPoints('$3')} as points
           from series_head h
           join ${asKnown('territory', '$3')} t on t.id = h.territory_id
          where h.indicator_id = $1 and h.breakdown = '' and t.parent_id = (select id from territory where code = $2)`,
});

/** More periods than any series has. */
export const EVERY_PERIOD = 1_000_000;

const OF_OTHERS = statement({
  name: 'series.of-others',
  text: `select t.code as key, ${publicPoints('$3', 'c.period_end > l.start')} as points
           from series_head h
           join ${asKnown('territory', '$3')} t on t.id = h.territory_id
           join territory own on own.code = $2
           cross join lateral (
             select coalesce((select distinct p.period_end from public_observation($3) p where p.series_id = h.id
                               order by p.period_end desc offset $4 limit 1), 0) as start) l
          where h.indicator_id = $1 and h.breakdown = '' and t.id <> own.id and t.parent_id is distinct from own.id
          order by t.id limit 300`,
});

/** The current public revision of every period of a series that was recorded, oldest first; nothing unpublished can come through here. */
@Injectable()
export class RecordedSeriesQuery {
  constructor(private readonly statements: Statements) {}

  async points({ indicatorId, territory, breakdown = '' }: SeriesKey, { known }: AsOf): Promise<SeriesPoint[]> {
    return only(await this.statements.rows<Line<number>>(ONE, [indicatorId, territory, breakdown, known]));
  }

  /** The same with the indicator's name in addresses; empty too when there is no such indicator. */
  async named(slug: string, { territory, breakdown = '' }: Omit<SeriesKey, 'indicatorId'>, { known }: AsOf): Promise<SeriesPoint[]> {
    return only(await this.statements.rows<Line<number>>(NAMED, [slug, territory, breakdown, known]));
  }

  /** The whole territory's series of several indicators at once. */
  async ofIndicators(indicatorIds: readonly number[], territory: string, { known }: AsOf): Promise<Map<number, SeriesPoint[]>> {
    return byKey(await this.statements.rows<Line<number>>(OF_INDICATORS, [indicatorIds, territory, known]));
  }

  /**
   * The ends of series only: what lies at most so many months before the latest real value of a period that ended by the position, each
   * indicator with its own number of months; and all that is later.
   */
  async ends(
    months: ReadonlyMap<number, number>,
    { territory, until }: { territory: string; until: number },
    { known }: AsOf,
  ): Promise<Map<number, SeriesPoint[]>> {
    const ids = [...months.keys()];
    return byKey(await this.statements.rows<Line<number>>(ENDS, [ids, territory, until, ids, [...months.values()], known]));
  }

  /** The series of the territory's parts (a municipality's localities), by their code. */
  async ofParts(indicatorId: number, territory: string, { known }: AsOf): Promise<Map<string, SeriesPoint[]>> {
    return byKey(await this.statements.rows<Line<string>>(OF_PARTS, [indicatorId, territory, known]));
  }

  /** The series of other municipalities and the country, to compare with, by their code; of each the latest so many periods. */
  async ofOthers({ indicatorId, territory }: SeriesKey, { known }: AsOf, periods = EVERY_PERIOD): Promise<Map<string, SeriesPoint[]>> {
    return byKey(await this.statements.rows<Line<string>>(OF_OTHERS, [indicatorId, territory, known, periods]));
  }
}

function only([line]: readonly Line<number>[]): SeriesPoint[] {
  return pointsOf(line?.points ?? null);
}

/** The points of the wire. */
export function pointsOf(lines: PointLines): SeriesPoint[] {
  return (lines ?? []).map(pointOf);
}

/** A series without a public figure is as good as none. */
function byKey<Key>(lines: readonly Line<Key>[]): Map<Key, SeriesPoint[]> {
  return new Map(lines.flatMap(({ key, points }) => (points ? [[key, points.map(pointOf)] as const] : [])));
}

function pointOf(cells: PointCells): SeriesPoint {
  const [
    period,
    value,
    missing,
    quality,
    provenance,
    provenanceNote,
    margin,
    respondents,
    revision,
    source,
    approvedBy,
    recordedAt,
    finalEarly,
    publishedAt,
    share,
  ] = cells;
  const point: SeriesPoint = { period, quality, provenance, revision, source, recordedAt: new Date(recordedAt).toISOString() };
  if (value !== null) point.value = value;
  if (missing !== null) point.missing = missing;
  if (provenanceNote !== null) point.provenanceNote = provenanceNote;
  if (margin !== null) point.margin = margin;
  if (respondents !== null) point.respondents = respondents;
  if (approvedBy !== null) point.approvedBy = approvedBy;
  if (finalEarly) point.finalEarly = true;
  if (publishedAt !== null) point.publishedAt = publishedAt;
  if (share !== null) [point.numerator, point.denominator] = share;
  return point;
}

/** A point of the wire as the rules know it. */
export function observationOf({ period, value, missing, ...rest }: SeriesPoint): Observation {
  const measured: Measured = value === undefined ? { missing: missing ?? 'not-yet-published' } : { value };
  return { ...rest, ...measured, period: parsePeriod(period) };
}
