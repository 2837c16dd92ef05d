import { Injectable } from '@nestjs/common';
import type { ActionInput, ActionView } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import type { AsOf } from '../platform/as-of.js';
import type { RequestKey } from '../platform/preconditions.js';
import { goalsOf } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { ActionChanges } from './action-changes.js';
import { ActionsQuery } from './actions.query.js';
import { PlanAction } from './plan-action.js';
import { ReviseAction } from './revise-action.js';

/** Which action a request changes, from which revision, and its name for what it wants done. */
export interface ActionRequest {
  readonly slug: string;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Actions as officials enter and change them. */
@Injectable()
export class ActionDesk {
  constructor(
    private readonly changes: ActionChanges,
    private readonly strategies: StrategyQuery,
    private readonly planAction: PlanAction,
    private readonly reviseAction: ReviseAction,
    private readonly actions: ActionsQuery,
  ) {}

  /** Throws as `PlanAction.plan` does. */
  async plan({ account, asOf }: Acting, key: RequestKey, said: ActionInput): Promise<ActionView> {
    const goalId = await this.goalInForce(said.goal, asOf);
    const plan = { content: { ...said, isExample: false }, goalId };
    return this.changes.once(
      { by: account, key, action: 'action.plan' },
      (amendment) => this.planAction.plan(amendment, plan),
      (slug) => this.actions.bySlug(slug, asOf),
    );
  }

  /** Throws as `ReviseAction.revise` does. */
  async revise({ account, asOf }: Acting, { slug, revision, key }: ActionRequest, content: ActionInput): Promise<ActionView> {
    const goalId = await this.goalInForce(content.goal, asOf);
    return this.changes.once(
      { by: account, key, action: 'action.revise' },
      async (amendment) => {
        await this.reviseAction.revise(amendment, { slug, expected: revision, content, goalId });
        return slug;
      },
      () => this.actions.bySlug(slug, asOf),
    );
  }

  private async goalInForce(slug: string, asOf: AsOf): Promise<number | undefined> {
    const strategy = await this.strategies.current(asOf);
    return (strategy ? goalsOf(strategy) : []).find((goal) => goal.slug === slug)?.id;
  }
}
