import { Injectable } from '@nestjs/common';
import { periodCode, periodPosition, type MissingKind, type Period, type Provenance, type Quality } from '@slusen/domain';
import { statement, Statements } from '../platform/statements.js';
import type { ObservationRow } from './observation.row.js';

/** A figure on its way to becoming an observation. Exactly one of `value` and `missing`. */
export interface ApprovedFigure {
  readonly period: Period;
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
  readonly quality: Quality;
  readonly provenance: Provenance;
  readonly provenanceNote?: string | undefined;
  readonly margin?: number | undefined;
  readonly respondents?: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly source: string;
  readonly reason?: string | undefined;
  /** Final though its period is not over, with an answer to why. */
  readonly finalEarly?: boolean | undefined;
  readonly entryId: string;
  readonly departmentId: number | undefined;
  readonly publishAt: Date;
}

/** A series by what it is about; the territory by its code. */
export interface SeriesPlace {
  readonly indicatorId: number;
  readonly territory: string;
  readonly breakdown: string;
}

const LOCK = statement({
  name: 'series.lock',
  text: `
    select h.id from series_head h join territory t on t.id = h.territory_id
     where h.indicator_id = $1 and t.code = $2 and h.breakdown = $3 for no key update of h`,
});

const MAKE = statement({
  name: 'series.make',
  text: `insert into series_head (indicator_id, territory_id, breakdown) select $1, id, $3 from territory where code = $2 on conflict do nothing`,
});

const APPEND = statement({
  name: 'observation.append',
  text: `
    insert into observation (series_id, period, period_end, revision, value, missing, quality, provenance, provenance_note, margin, respondents, source, reason,
                             entry_id, department_id, publish_at, is_final_early, numerator, denominator)
    select $1, $2, $3, coalesce(max(o.revision), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
      from observation o where o.series_id = $1 and o.period_end = $3 and o.period = $2
    returning revision`,
});

/** $1 series, $2 period. */
const LATEST = statement({
  name: 'observation.latest',
  text: `select value, missing, quality, provenance, provenance_note as note from observation where series_id = $1 and period = $2 order by revision desc limit 1`,
});

type LatestLine = Pick<ObservationRow, 'value' | 'missing' | 'quality' | 'provenance'> & {
  readonly note: ObservationRow['provenanceNote'];
};

/** Appends revisions; there is no other way to change an observation. */
@Injectable()
export class ObservationRepository {
  constructor(private readonly statements: Statements) {}

  /** Locks the series, made when it is the first figure, so that revisions are numbered one after the other; undefined when the territory is unknown. */
  async lockSeries({ indicatorId, territory, breakdown }: SeriesPlace): Promise<number | undefined> {
    const key = [indicatorId, territory, breakdown];
    const [found] = await this.statements.rows<{ id: number }>(LOCK, key);
    if (found) return found.id;
    await this.statements.rows(MAKE, key);
    return (await this.statements.rows<{ id: number }>(LOCK, key))[0]?.id;
  }

  /** Appends the next revision where it says something else than the latest: what is missing is neither sure nor unsure. */
  async appendChange(seriesId: number, figure: ApprovedFigure): Promise<void> {
    const { value, missing, quality, provenance, provenanceNote } = figure;
    const [latest] = await this.statements.rows<LatestLine>(LATEST, [seriesId, periodCode(figure.period)]);
    const beside = (of: readonly unknown[]): readonly unknown[] => (value === undefined ? [] : of);
    const said = [value ?? null, missing ?? null, ...beside([quality, provenance, provenanceNote ?? null])];
    const was = latest && [latest.value, latest.missing, ...beside([latest.quality, latest.provenance, latest.note])];
    if (was?.every((one, at) => one === said[at])) return;
    await this.append(seriesId, figure);
  }

  /** Appends the next revision; the caller holds the series' lock. Returns its number. */
  async append(seriesId: number, figure: ApprovedFigure): Promise<number> {
    const { period, value, missing, quality, provenance, provenanceNote, margin, respondents } = figure;
    const { source, reason, entryId, departmentId, publishAt, finalEarly, numerator, denominator } = figure;
    const place = [seriesId, periodCode(period), periodPosition(period)];
    const said = [value, missing, quality, provenance, provenanceNote, margin, respondents];
    const from = [source, reason, entryId, departmentId, publishAt, finalEarly];
    const [appended] = await this.statements.rows<{ revision: number }>(APPEND, [...place, ...said, ...from, numerator, denominator]);
    return appended?.revision ?? 0;
  }
}
