import { Injectable } from '@nestjs/common';
import { differencesOf, DomainError, TARGET_WORDING, targetFaults, type Measuring } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { requireSound } from '../platform/invalid-input.js';
import { nextRevision, requireLatest } from '../platform/revisions.js';
import type { KnownGoal } from '../strategy/goal.repository.js';
import { TargetRepository, type KnownMeasuring } from './target.repository.js';

/** What was decided of how an indicator measures a goal. */
export interface TargetOrder {
  readonly goal: KnownGoal;
  readonly measuring: Measuring;
  /** The revision that it was made from (0: there was none); undefined when whoever decides has just read the latest. */
  readonly expected?: number | undefined;
}

/** Decides how an indicator measures a goal: against a target, without one, or not any more. */
@Injectable()
export class DecideTarget {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorRepository,
    private readonly targets: TargetRepository,
  ) {}

  /**
   * Returns the number of the revision in force; an indicator that never measured the goal is not taken from it. Throws
   * `indicator.not-found`, `goal.not-measured` for one that is left unmeasured on
   * purpose, `revision.stale`, and InvalidInput for a target that the indicator cannot be held to.
   */
  async decide(amendment: Amendment, { goal, measuring, expected }: TargetOrder): Promise<number> {
    const { by } = amendment;
    this.permissions.require(by, 'target.decide');
    const indicator = await this.indicators.definition(measuring.indicator);
    if (!indicator) throw new DomainError('indicator.not-found', { indicator: measuring.indicator });
    if (measuring.kind !== 'withdrawn' && goal.content.deliberatelyNotMeasured)
      throw new DomainError('goal.not-measured', { goal: goal.content.slug });
    if (measuring.kind === 'point' || measuring.kind === 'band') requireSound(targetFaults(measuring, indicator.content));
    const key = { goalId: goal.id, indicatorId: indicator.id };
    const there = await this.targets.measuring(key, measuring.indicator);
    requireLatest(there?.revision ?? 0, expected);
    if (!there && measuring.kind === 'withdrawn') return 0;
    const change = changeOf(goal, indicator.content.name.sv, [there, measuring]);
    if (!amendment.permits(change)) return there?.revision ?? 0;
    const next = { revision: nextRevision(there), content: measuring, why: amendment.columns(change.need) };
    await this.targets.insert(key, next);
    return next.revision;
  }
}

function changeOf(goal: KnownGoal, indicator: string, [there, after]: readonly [KnownMeasuring | undefined, Measuring]) {
  const differences = differencesOf(TARGET_WORDING, [there?.content, after]);
  return {
    kind: 'target',
    subject: `Målet ${goal.content.name.sv}, ${indicator}`,
    isNew: there === undefined,
    need: goal.isAdopted ? 'decision' : 'nothing',
    differences: goal.isAdopted ? differences : [],
  } as const;
}
