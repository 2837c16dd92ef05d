import { Injectable } from '@nestjs/common';
import { DomainError, type Measuring, type TargetContent } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { latestRevision } from '../platform/revisions.js';
import { measuringOf, targetColumns } from './target-columns.js';
import { TargetRow } from './target.row.js';

/** The goal and the indicator that targets are decided for. */
export interface TargetKey {
  readonly goalId: number;
  readonly indicatorId: number;
}

/** How an indicator measures a goal now. */
export interface KnownMeasuring {
  readonly revision: number;
  readonly content: Measuring;
}

/** Targets as what was decided, and back to rows. */
@Injectable()
export class TargetRepository {
  /** Undefined when the indicator never measured the goal. */
  async measuring(manager: EntityManager, key: TargetKey, indicator: string): Promise<KnownMeasuring | undefined> {
    const row = await latestRevision(manager, TargetRow, { ...key });
    return row && { revision: row.revision, content: measuringOf(row, indicator) };
  }

  /** The same by the indicator's slug. Throws `indicator.not-found`. */
  async inForce(manager: EntityManager, goalId: number, slug: string): Promise<KnownMeasuring | undefined> {
    const indicator = await manager.findOneBy(IndicatorRow, { slug });
    if (!indicator) throw new DomainError('indicator.not-found', { indicator: slug });
    return this.measuring(manager, { goalId, indicatorId: indicator.id }, slug);
  }

  /** The slugs of the indicators that measure the goal now. */
  async measuredBy(manager: EntityManager, goalId: number): Promise<string[]> {
    const lines = await manager.query<{ slug: string; kind: TargetRow['kind'] }[]>(
      `select distinct on (t.indicator_id) i.slug, t.kind from target t join indicator i on i.id = t.indicator_id
        where t.goal_id = $1 order by t.indicator_id, t.revision desc`,
      [goalId],
    );
    return lines.filter(({ kind }) => kind !== 'withdrawn').map(({ slug }) => slug);
  }

  /** Every target in force for the indicator, whichever goal it is for. */
  async ofIndicator(manager: EntityManager, slug: string): Promise<TargetContent[]> {
    const indicator = await manager.findOneBy(IndicatorRow, { slug });
    if (!indicator) return [];
    const rows = await manager.find(TargetRow, { where: { indicatorId: indicator.id }, order: { revision: 'asc' } });
    const latest = new Map(rows.map((row) => [row.goalId, measuringOf(row, slug)]));
    return [...latest.values()].filter((measuring) => measuring.kind === 'point' || measuring.kind === 'band');
  }

  async insert(
    manager: EntityManager,
    key: TargetKey,
    { revision, content, why }: KnownMeasuring & { readonly why: ChangeColumns },
  ): Promise<void> {
    await manager.insert(TargetRow, { ...key, revision, ...targetColumns(content), ...why });
  }
}
