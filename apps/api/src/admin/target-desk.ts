import { Injectable } from '@nestjs/common';
import type { TargetDecision, TargetInForce } from '@slusen/contracts';
import type { Measuring } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import type { AsOf } from '../platform/as-of.js';
import type { RequestKey } from '../platform/preconditions.js';
import { GoalRepository, type KnownGoal } from '../strategy/goal.repository.js';
import { DecideTarget } from '../targets/decide-target.js';
import { TargetRepository } from '../targets/target.repository.js';
import { Amending } from '../observations/amending.js';

/** The goal and the indicator that a target is for, by their slugs. */
export interface TargetPlace {
  readonly goal: string;
  readonly indicator: string;
}

/** Which target a request is about, from which revision it was made (0: there was none), and its name for what it wants done. */
export interface TargetRequest extends TargetPlace {
  readonly revision: number;
  readonly key: RequestKey;
}

/** Targets of the strategy in force as a screen decides them: read, change, send back with the decision and a reason. */
@Injectable()
export class TargetDesk {
  constructor(
    private readonly amending: Amending,
    private readonly goals: GoalRepository,
    private readonly targets: TargetRepository,
    private readonly decideTarget: DecideTarget,
  ) {}

  /** Throws `goal.not-found`, `indicator.not-found`. */
  async read(place: TargetPlace, asOf: AsOf): Promise<TargetInForce> {
    return this.view(place, await this.goals.inForce(place.goal, asOf));
  }

  /** Returns the target then in force. Throws as `DecideTarget.decide` does. */
  decide({ account, asOf }: Acting, { key, revision, ...place }: TargetRequest, sent: TargetDecision): Promise<TargetInForce> {
    const { measuring, reason, decision } = sent;
    const subject = `target:${place.goal}/${place.indicator}`;
    const order = { by: account, record: { reason, decision }, action: 'target.decide', subject };
    return this.amending.amendOnce(order, key, async (amendment) => {
      const goal = await this.goals.inForce(place.goal, asOf);
      const decided: Measuring = { ...measuring, indicator: place.indicator };
      await this.decideTarget.decide(amendment, { goal, measuring: decided, expected: revision });
      return this.view(place, goal);
    });
  }

  private async view({ goal, indicator }: TargetPlace, { id }: KnownGoal): Promise<TargetInForce> {
    const there = await this.targets.inForce(id, indicator);
    return { goal, indicator, revision: there?.revision ?? 0, ...(there ? { measuring: sentOf(there.content) } : {}) };
  }
}

/** As it is sent: the address says which indicator it is for. */
function sentOf({ indicator: _, ...measuring }: Measuring): NonNullable<TargetInForce['measuring']> {
  if (measuring.kind !== 'point') return measuring;
  return { ...measuring, milestones: [...measuring.milestones] };
}
