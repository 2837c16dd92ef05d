import { Injectable } from '@nestjs/common';
import type { SeriesPoint } from '@slusen/contracts';
import { parsePeriod, type Measured, type MissingKind, type Observation, type Provenance, type Quality } from '@slusen/domain';
import { Statements } from '../platform/statements.js';

/** A series: an indicator for a territory and a breakdown (empty: the whole). */
export interface SeriesKey {
  readonly indicatorId: number;
  readonly territory: string;
  readonly breakdown?: string;
}

interface PointLine {
  indicator_id: number;
  territory: string;
  period: string;
  value: number | null;
  missing: MissingKind | null;
  quality: Quality;
  provenance: Provenance;
  provenance_note: string | null;
  margin: number | null;
  respondents: number | null;
  revision: number;
  source: string;
  approved_by: string | null;
  recorded_at: Date;
}

const CURRENT = (where: string): string => `
  select distinct on (h.indicator_id, h.territory_id, o.period_end)
         h.indicator_id, t.code as territory, o.period, o.value, o.missing, o.quality, o.provenance, o.provenance_note,
         o.margin, o.respondents, o.revision, o.source, a.name_sv as approved_by, o.recorded_at
    from series_head h
    join territory t on t.id = h.territory_id
    join public_observation o on o.series_id = h.id
    left join actor a on a.id = o.department_id
   where ${where}
   order by h.indicator_id, h.territory_id, o.period_end, o.revision desc`;

const ONE = { name: 'series.one', text: CURRENT('h.indicator_id = $1 and t.code = $2 and h.breakdown = $3') };
const NAMED = {
  name: 'series.named',
  text: CURRENT('h.indicator_id = (select id from indicator where slug = $1) and t.code = $2 and h.breakdown = $3'),
};
const OF_INDICATORS = { name: 'series.of-indicators', text: CURRENT(`h.indicator_id = any($1) and t.code = $2 and h.breakdown = ''`) };
const OF_PARTS = {
  name: 'series.of-parts',
  text: CURRENT(`h.indicator_id = $1 and h.breakdown = '' and t.parent_id = (select id from territory where code = $2)`),
};

/** The current public revision of every period of a series, oldest first; nothing unpublished can come through here. */
@Injectable()
export class SeriesQuery {
  constructor(private readonly statements: Statements) {}

  async points({ indicatorId, territory, breakdown = '' }: SeriesKey): Promise<SeriesPoint[]> {
    return (await this.statements.rows<PointLine>(ONE, [indicatorId, territory, breakdown])).map(pointOf);
  }

  /** The same with the indicator's name in addresses; empty too when there is no such indicator. */
  async named(slug: string, territory: string, breakdown = ''): Promise<SeriesPoint[]> {
    return (await this.statements.rows<PointLine>(NAMED, [slug, territory, breakdown])).map(pointOf);
  }

  /** The whole territory's series of several indicators at once. */
  async ofIndicators(indicatorIds: readonly number[], territory: string): Promise<Map<number, SeriesPoint[]>> {
    const lines = await this.statements.rows<PointLine>(OF_INDICATORS, [indicatorIds, territory]);
    return grouped(lines, (line) => line.indicator_id);
  }

  /** The series of the territory's parts (a municipality's localities), by their code. */
  async ofParts(indicatorId: number, territory: string): Promise<Map<string, SeriesPoint[]>> {
    return grouped(await this.statements.rows<PointLine>(OF_PARTS, [indicatorId, territory]), (line) => line.territory);
  }
}

function grouped<Key>(lines: readonly PointLine[], keyOf: (line: PointLine) => Key): Map<Key, SeriesPoint[]> {
  const found = new Map<Key, SeriesPoint[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const points = found.get(key);
    if (points) points.push(pointOf(line));
    else found.set(key, [pointOf(line)]);
  }
  return found;
}

function pointOf(line: PointLine): SeriesPoint {
  const point: SeriesPoint = {
    period: line.period,
    quality: line.quality,
    provenance: line.provenance,
    revision: line.revision,
    source: line.source,
    recordedAt: line.recorded_at.toISOString(),
  };
  if (line.value !== null) point.value = line.value;
  if (line.missing !== null) point.missing = line.missing;
  if (line.provenance_note !== null) point.provenanceNote = line.provenance_note;
  if (line.margin !== null) point.margin = line.margin;
  if (line.respondents !== null) point.respondents = line.respondents;
  if (line.approved_by !== null) point.approvedBy = line.approved_by;
  return point;
}

/** A point of the wire as the rules know it. */
export function observationOf({ period, value, missing, ...rest }: SeriesPoint): Observation {
  const measured: Measured = value === undefined ? { missing: missing ?? 'not-yet-published' } : { value };
  return { ...rest, ...measured, period: parsePeriod(period) };
}
