import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { parsePeriod, type Target } from '@slusen/domain';
import { In, Not, type FindOptionsWhere, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { latest, recordedBy } from '../platform/revisions.js';
import { TargetRow } from './target.row.js';

/** An indicator that measures a goal, with the target decided for it; undefined when none was. */
export interface GoalTarget {
  readonly goalId: number;
  readonly indicatorId: number;
  readonly target: Target | undefined;
}

/** An indicator that measures a goal or did: the last target that was decided for it, and why it was taken out where it was. */
export interface MeasuredOnce extends GoalTarget {
  readonly withdrawn: { readonly reason: string | undefined; readonly decision: string | undefined } | undefined;
}

/** Reads which indicators measure which goal, and the target in force for each. */
@Injectable()
export class TargetQuery {
  constructor(@InjectRepository(TargetRow) private readonly targets: Repository<TargetRow>) {}

  ofGoals(goalIds: readonly number[], asOf: AsOf): Promise<GoalTarget[]> {
    return this.inForce({ goalId: In([...goalIds]) }, asOf);
  }

  ofIndicator(indicatorId: number, asOf: AsOf): Promise<GoalTarget[]> {
    return this.ofIndicators([indicatorId], asOf);
  }

  ofIndicators(indicatorIds: readonly number[], asOf: AsOf): Promise<GoalTarget[]> {
    return this.inForce({ indicatorId: In([...indicatorIds]) }, asOf);
  }

  /** Everything that ever measured the goals, also what was taken out by a decision of its own. */
  async everOfGoals(goalIds: readonly number[], asOf: AsOf): Promise<MeasuredOnce[]> {
    const rows = await this.targets.find({
      where: { goalId: In([...goalIds]), ...recordedBy(asOf) },
      order: { goalId: 'ASC', indicatorId: 'ASC', revision: 'ASC' },
    });
    const byPair = Map.groupBy(rows, ({ goalId, indicatorId }) => `${goalId} ${indicatorId}`);
    return [...byPair.values()].flatMap((revisions) => {
      const [decided, last] = [revisions.findLast(({ kind }) => kind !== 'withdrawn'), revisions.at(-1)];
      if (!decided || !last) return [];
      const { goalId, indicatorId } = decided;
      return [{ goalId, indicatorId, target: targetOf(decided), withdrawn: last.kind === 'withdrawn' ? whyOf(last) : undefined }];
    });
  }

  private async inForce(which: FindOptionsWhere<TargetRow>, asOf: AsOf): Promise<GoalTarget[]> {
    const rows = await this.targets.find({
      where: { ...which, kind: Not('withdrawn'), revision: latest(this.targets, asOf) },
      order: { goalId: 'ASC', indicatorId: 'ASC' },
    });
    return rows.map((row) => ({ goalId: row.goalId, indicatorId: row.indicatorId, target: targetOf(row) }));
  }
}

function whyOf({ changeReason, changeDecision }: TargetRow): MeasuredOnce['withdrawn'] {
  return { reason: changeReason ?? undefined, decision: changeDecision ?? undefined };
}

/** The target that a revision decides; none where it takes one out. Which columns a kind needs is checked by the table (ck_target_kind). */
export function targetOf(row: TargetRow): Target | undefined {
  if (row.kind === 'none' || !row.baselinePeriod || !row.finalPeriod) return undefined;
  const base = { measure: row.measure, tolerance: row.tolerance ?? 0, decision: row.decision ?? '', isExample: row.isExample };
  const baselinePeriod = parsePeriod(row.baselinePeriod);
  const finalPeriod = parsePeriod(row.finalPeriod);
  if (row.kind === 'band') return { ...base, kind: 'band', baselinePeriod, finalPeriod, low: row.low ?? 0, high: row.high ?? 0 };
  return {
    ...base,
    kind: 'point',
    path: row.path,
    baseline: { period: baselinePeriod, value: row.baselineValue ?? 0 },
    milestones: row.milestones.map(({ period, value }) => ({ period: parsePeriod(period), value })),
    final: { period: finalPeriod, value: row.finalValue ?? 0 },
  };
}
