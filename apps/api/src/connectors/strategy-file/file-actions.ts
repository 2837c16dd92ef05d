import { Injectable } from '@nestjs/common';
import type { StrategyFileGoal } from '@slusen/contracts';
import { ActionRepository } from '../../cooperation/action.repository.js';
import { PlanAction } from '../../cooperation/plan-action.js';
import type { Amendment } from '../../identity/amendment.js';
import type { KnownGoal } from '../../strategy/goal.repository.js';

/** The actions of a file, which are a template: those that are not there are entered, and the others left to those who lead them. */
@Injectable()
export class FileActions {
  constructor(
    private readonly actions: ActionRepository,
    private readonly planAction: PlanAction,
  ) {}

  async read(amendment: Amendment, goal: KnownGoal, { actions = [] }: StrategyFileGoal): Promise<void> {
    for (const { slug, ...said } of actions) {
      if (await this.actions.isThere(slug)) continue;
      await this.planAction.plan(amendment, { content: { ...said, goal: goal.content.slug }, goalId: goal.id, slug });
    }
  }
}
