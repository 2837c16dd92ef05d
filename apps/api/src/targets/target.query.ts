import { Injectable } from '@nestjs/common';
import { parsePeriod, type Target } from '@slusen/domain';
import { wasRecorded, type AsOf } from '../platform/as-of.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { Statements } from '../platform/statements.js';
import type { TargetRow } from './target.row.js';

/** An indicator that measures a goal, with the target decided for it; undefined when none was. */
export interface GoalTarget {
  readonly goalId: number;
  readonly indicatorId: number;
  readonly target: Target | undefined;
}

type Line = ColumnsOf<TargetRow>;

const LATEST = (where: string): string => `
  select * from (
    select distinct on (t.goal_id, t.indicator_id) t.*
      from target t where ${where} and ${wasRecorded('t', '$2')} order by t.goal_id, t.indicator_id, t.revision desc) t
   where t.kind <> 'withdrawn' order by t.goal_id, t.indicator_id`;
const OF_GOALS = { name: 'target.of-goals', text: LATEST('t.goal_id = any($1)') };
const OF_INDICATORS = { name: 'target.of-indicators', text: LATEST('t.indicator_id = any($1)') };

/** Reads which indicators measure which goal, and the target in force for each. */
@Injectable()
export class TargetQuery {
  constructor(private readonly statements: Statements) {}

  async ofGoals(goalIds: readonly number[], { known }: AsOf): Promise<GoalTarget[]> {
    return (await this.statements.rows<Line>(OF_GOALS, [goalIds, known])).map(goalTargetOf);
  }

  ofIndicator(indicatorId: number, asOf: AsOf): Promise<GoalTarget[]> {
    return this.ofIndicators([indicatorId], asOf);
  }

  async ofIndicators(indicatorIds: readonly number[], { known }: AsOf): Promise<GoalTarget[]> {
    return (await this.statements.rows<Line>(OF_INDICATORS, [indicatorIds, known])).map(goalTargetOf);
  }
}

function goalTargetOf(line: Line): GoalTarget {
  return { goalId: line.goal_id, indicatorId: line.indicator_id, target: targetOf(line) };
}

/** Which columns a kind needs is checked by the table (ck_target_kind), so they are there. */
function targetOf(line: Line): Target | undefined {
  if (line.kind === 'none' || !line.baseline_period || !line.final_period) return undefined;
  const base = { measure: line.measure, tolerance: line.tolerance ?? 0, decision: line.decision ?? '', isExample: line.is_example };
  const baselinePeriod = parsePeriod(line.baseline_period);
  const finalPeriod = parsePeriod(line.final_period);
  if (line.kind === 'band') return { ...base, kind: 'band', baselinePeriod, finalPeriod, low: line.low ?? 0, high: line.high ?? 0 };
  return {
    ...base,
    kind: 'point',
    path: line.path,
    baseline: { period: baselinePeriod, value: line.baseline_value ?? 0 },
    milestones: line.milestones.map(({ period, value }) => ({ period: parsePeriod(period), value })),
    final: { period: finalPeriod, value: line.final_value ?? 0 },
  };
}
