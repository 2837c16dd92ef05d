import type { TargetPath } from '@slusen/contracts';
import { periodCode, type Target } from '@slusen/domain';

/** A target as its path is drawn and written. */
export function targetPathOf(target: Target): TargetPath {
  const { measure, decision, isExample } = target;
  if (target.kind === 'band') {
    const band = { low: target.low, high: target.high, from: periodCode(target.baselinePeriod), to: periodCode(target.finalPeriod) };
    return { points: [], path: 'linear', band, measure, decision, isExample };
  }
  const points = [target.baseline, ...target.milestones, target.final].map(({ period, value }) => ({ period: periodCode(period), value }));
  return { points, path: target.path, measure, decision, isExample };
}
