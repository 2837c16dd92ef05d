import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { isSameTarget, stockholmDate, type TargetChange } from '@slusen/domain';
import { In, type FindOptionsWhere, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { RecordRow } from '../platform/record.row.js';
import { recordedBy } from '../platform/revisions.js';
import { targetOf } from './target.query.js';
import { TargetRow } from './target.row.js';

/** A change of a goal's target by decision. */
export interface GoalTargetChange extends TargetChange {
  readonly goalId: number;
  readonly indicatorId: number;
}

/** Reads how targets were changed after they had been decided. */
@Injectable()
export class TargetChangesQuery {
  constructor(
    @InjectRepository(TargetRow) private readonly targets: Repository<TargetRow>,
    @InjectRepository(RecordRow) private readonly records: Repository<RecordRow>,
  ) {}

  /** Those of one indicator, goal by goal, the earliest first. What was changed without a decision was not in force yet. */
  ofIndicator(indicatorId: number, asOf: AsOf): Promise<GoalTargetChange[]> {
    return this.changes({ indicatorId }, asOf);
  }

  /** The same of goals, indicator by indicator. */
  ofGoals(goalIds: readonly number[], asOf: AsOf): Promise<GoalTargetChange[]> {
    return this.changes({ goalId: In([...goalIds]) }, asOf);
  }

  private async changes(which: FindOptionsWhere<TargetRow>, asOf: AsOf): Promise<GoalTargetChange[]> {
    const rows = await this.targets.find({
      where: { ...which, ...recordedBy(asOf) },
      order: { goalId: 'ASC', indicatorId: 'ASC', revision: 'ASC' },
    });
    const changed = rows.flatMap((row, at) => changeOf(rows[at - 1], row));
    if (changed.length === 0) return [];
    const records = await this.records.findBy({ id: In(changed.map(({ row }) => row.recordId)) });
    const days = new Map(records.map(({ id, at }) => [id, stockholmDate(at.toISOString())]));
    return changed.map(({ row: { goalId, indicatorId, recordId }, ...change }) => ({
      ...{ ...change, goalId, indicatorId },
      on: related(days.get(recordId)),
    }));
  }
}

function changeOf(earlier: TargetRow | undefined, row: TargetRow) {
  const isOfSame = earlier?.goalId === row.goalId && earlier.indicatorId === row.indicatorId;
  const [before, after] = [isOfSame ? targetOf(earlier) : undefined, targetOf(row)];
  const decision = row.changeDecision;
  return before && after && decision !== null && !isSameTarget(before, after) ? [{ row, before, after, decision }] : [];
}
