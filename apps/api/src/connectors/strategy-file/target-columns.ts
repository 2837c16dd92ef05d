import type { StrategyFileTarget } from '@slusen/contracts';
import type { TargetRow } from '../../targets/target.row.js';

type Columns = Omit<TargetRow, 'id' | 'goalId' | 'goal' | 'indicatorId' | 'indicator' | 'revision' | 'recordId'>;

/** An indicator that measures the goal though no target was decided for it. */
export const noTargetColumns: Columns = {
  ...{ kind: 'none', measure: 'value', path: 'linear', baselinePeriod: null, baselineValue: null, milestones: [] },
  ...{ finalPeriod: null, finalValue: null, low: null, high: null, tolerance: null, decision: null, isExample: false },
};

export function pointColumns({
  measure,
  path,
  baseline,
  milestones,
  final,
  ...rest
}: Extract<StrategyFileTarget, { kind: 'point' }>): Columns {
  return {
    ...noTargetColumns,
    ...{ kind: 'point', measure, path, milestones: [...milestones] },
    ...{ baselinePeriod: baseline.period, baselineValue: baseline.value, finalPeriod: final.period, finalValue: final.value },
    ...{ tolerance: rest.tolerance, decision: rest.decision, isExample: rest.isExample },
  };
}

export function bandColumns({
  measure,
  baselinePeriod,
  finalPeriod,
  low,
  high,
  ...rest
}: Extract<StrategyFileTarget, { kind: 'band' }>): Columns {
  return {
    ...noTargetColumns,
    ...{ kind: 'band', measure, baselinePeriod, finalPeriod, low, high },
    ...{ tolerance: rest.tolerance, decision: rest.decision, isExample: rest.isExample },
  };
}
