import { Injectable } from '@nestjs/common';
import { periodCode, periodPosition, type MissingKind, type Period, type Provenance, type Quality } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { TerritoryRow } from '../organisation/territory.row.js';
import { ObservationRow } from './observation.row.js';
import { SeriesHeadRow } from './series-head.row.js';

/** A figure on its way to becoming an observation. Exactly one of `value` and `missing`. */
export interface ApprovedFigure {
  readonly period: Period;
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
  readonly quality: Quality;
  readonly provenance: Provenance;
  readonly margin?: number | undefined;
  readonly respondents?: number | undefined;
  readonly source: string;
  readonly reason?: string | undefined;
  readonly entryId: string;
  readonly departmentId: number | undefined;
  readonly publishAt: Date;
}

/** Appends revisions; there is no other way to change an observation. */
@Injectable()
export class ObservationRepository {
  /** The series' head row, made when it is the first figure, locked so that revisions are numbered one after the other. */
  async lockSeries(manager: EntityManager, key: { indicatorId: number; territoryId: number; breakdown: string }): Promise<SeriesHeadRow> {
    const find = () => manager.findOne(SeriesHeadRow, { where: key, lock: { mode: 'for_no_key_update' } });
    const found = await find();
    if (found) return found;
    await manager.createQueryBuilder().insert().into(SeriesHeadRow).values(key).orIgnore().execute();
    return manager.findOneOrFail(SeriesHeadRow, { where: key, lock: { mode: 'for_no_key_update' } });
  }

  /** The latest revision of a period, published or not. */
  async latest(manager: EntityManager, seriesId: number, period: Period): Promise<ObservationRow | undefined> {
    const where = { seriesId, period: periodCode(period) };
    return (await manager.findOne(ObservationRow, { where, order: { revision: 'desc' } })) ?? undefined;
  }

  /** Appends the next revision; the caller holds the series' lock. Returns its number. */
  async append(manager: EntityManager, seriesId: number, figure: ApprovedFigure): Promise<number> {
    const latest = await this.latest(manager, seriesId, figure.period);
    const revision = (latest?.revision ?? 0) + 1;
    await manager.insert(ObservationRow, {
      seriesId,
      period: periodCode(figure.period),
      periodEnd: periodPosition(figure.period),
      revision,
      value: figure.value ?? null,
      missing: figure.missing ?? null,
      quality: figure.quality,
      provenance: figure.provenance,
      margin: figure.margin ?? null,
      respondents: figure.respondents ?? null,
      source: figure.source,
      reason: figure.reason ?? null,
      entryId: figure.entryId,
      departmentId: figure.departmentId ?? null,
      publishAt: figure.publishAt,
    });
    return revision;
  }

  async territoryId(manager: EntityManager, code: string): Promise<number | undefined> {
    return (await manager.findOneBy(TerritoryRow, { code }))?.id;
  }
}
