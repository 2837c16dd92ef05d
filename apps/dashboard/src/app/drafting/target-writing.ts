import type { DraftMeasuring, TargetDecision, TargetInForce } from '@slusen/contracts';
import { finishedTarget } from '@slusen/contracts/finished-target';

type Decided = TargetDecision['measuring'];

/** What was decided, as it is written anew: nothing decided and no longer measured begin without a target. */
export function writtenAnew(indicator: string, measuring: TargetInForce['measuring']): DraftMeasuring {
  const common = { indicator, measure: 'value' as const, path: 'linear' as const, milestones: [], isExample: false };
  if (measuring?.kind === 'point') return { ...common, ...measuring };
  if (measuring?.kind !== 'band') return { ...common, kind: 'none' };
  const { baselinePeriod, finalPeriod, ...band } = measuring;
  return { ...common, ...band, baseline: { period: baselinePeriod }, final: { period: finalPeriod } };
}

/** What is to be decided; undefined while something is lacking. A target that is decided is no longer invented. */
export function decidedBy(written: DraftMeasuring, decision: string): Decided | undefined {
  if (written.kind === 'none') return { kind: 'none' };
  const target = finishedTarget(written);
  if (!target) return undefined;
  const { indicator: _, ...content } = { ...target, decision, isExample: false };
  return content.kind === 'point' ? { ...content, milestones: [...content.milestones] } : content;
}
