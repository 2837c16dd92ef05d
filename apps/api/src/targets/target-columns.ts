import type { BandContent, Measuring, PointContent } from '@slusen/domain';
import type { TargetRow } from './target.row.js';

/** What a target's own columns hold, apart from whose it is and why it was changed. */
export type TargetColumns = Omit<
  TargetRow,
  'id' | 'goalId' | 'goal' | 'indicatorId' | 'indicator' | 'revision' | 'changeReason' | 'changeDecision' | 'recordId'
>;

const NOTHING = {
  ...{ measure: 'value', path: 'linear', baselinePeriod: null, baselineValue: null, milestones: [] },
  ...{ finalPeriod: null, finalValue: null, low: null, high: null, tolerance: null, decision: null, isExample: false },
} satisfies Omit<TargetColumns, 'kind'>;

export function targetColumns(measuring: Measuring): TargetColumns {
  if (measuring.kind === 'point') return pointColumns(measuring);
  if (measuring.kind === 'band') return bandColumns(measuring);
  return { ...NOTHING, kind: measuring.kind };
}

function pointColumns({ kind, measure, path, baseline, milestones, final, tolerance, decision, isExample }: PointContent): TargetColumns {
  return {
    ...NOTHING,
    ...{ kind, measure, path, milestones: [...milestones], tolerance, decision, isExample },
    ...{ baselinePeriod: baseline.period, baselineValue: baseline.value, finalPeriod: final.period, finalValue: final.value },
  };
}

function bandColumns({
  kind,
  measure,
  baselinePeriod,
  finalPeriod,
  low,
  high,
  tolerance,
  decision,
  isExample,
}: BandContent): TargetColumns {
  return { ...NOTHING, ...{ kind, measure, baselinePeriod, finalPeriod, low, high, tolerance, decision, isExample } };
}

/** What the row says. Which columns a kind needs is checked by the table (ck_target_kind), so they are there. */
export function measuringOf(row: TargetRow, indicator: string): Measuring {
  const { kind, measure, path, milestones, isExample } = row;
  if (kind === 'none' || kind === 'withdrawn') return { indicator, kind };
  const base = { indicator, measure, tolerance: row.tolerance ?? 0, decision: row.decision ?? '', isExample };
  const [from, to] = [row.baselinePeriod ?? '', row.finalPeriod ?? ''];
  if (kind === 'band') return { ...base, kind, baselinePeriod: from, finalPeriod: to, low: row.low ?? 0, high: row.high ?? 0 };
  const baseline = { period: from, value: row.baselineValue ?? 0 };
  return { ...base, kind, path, baseline, milestones, final: { period: to, value: row.finalValue ?? 0 } };
}
