import type { TargetContent } from '@slusen/domain';
import type { DraftMeasuring } from './strategy-draft.js';

/** The target that somebody is writing, once everything that it needs is said; milestones that lack something are left out. */
export function finishedTarget({ indicator, kind, measure, tolerance, isExample, ...said }: DraftMeasuring): TargetContent | undefined {
  const common = { indicator, measure, tolerance: tolerance ?? 0, isExample, decision: said.decision ?? '' };
  const [from, to] = [said.baseline?.period, said.final?.period];
  if (kind === 'none' || from === undefined || to === undefined) return undefined;
  const { low, high } = said;
  if (kind === 'band')
    return low === undefined || high === undefined ? undefined : { ...common, kind, baselinePeriod: from, finalPeriod: to, low, high };
  const [baseline, final] = [said.baseline?.value, said.final?.value];
  if (baseline === undefined || final === undefined) return undefined;
  const milestones = said.milestones.flatMap(({ period, value }) =>
    period === undefined || value === undefined ? [] : [{ period, value }],
  );
  return { ...common, kind, path: said.path, baseline: { period: from, value: baseline }, milestones, final: { period: to, value: final } };
}
