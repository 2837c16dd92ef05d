import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { IsoDate } from '@slusen/domain';
import type { Subscription } from 'rxjs';
import { Publications } from '../observations/publications.js';
import { transactionClient } from '../platform/transactions.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { GoalDefinitionsQuery, type GoalDefinitions } from './goal-definitions.query.js';

/** Everything that statuses of the strategy in force rest on, figures apart; `roles` by the id of the goal. */
export interface DecidedStrategy {
  readonly strategy: StrategyInForce;
  readonly goals: readonly Goal[];
  readonly roles: ReadonlyMap<number, readonly GoalRole[]>;
  readonly definitions: GoalDefinitions;
}

/**
 * Keeps what was decided in memory, since it changes a few times a year and the overview would read it each time. It is
 * dropped at any publication and at midnight in Stockholm (another version may be in force), and not kept while other
 * processes' publications are not heard. Figures are never kept here: statuses are computed from what is there now.
 */
@Injectable()
export class StrategyMemory implements OnModuleDestroy {
  private kept: { readonly today: IsoDate; readonly reading: Promise<DecidedStrategy> } | undefined;
  private readonly subscription: Subscription;

  constructor(
    private readonly strategies: StrategyQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly definitions: GoalDefinitionsQuery,
    private readonly publications: Publications,
  ) {
    // A reading under way may have begun before the commit: whoever asks from now on begins another.
    this.subscription = publications.stream.subscribe(() => (this.kept = undefined));
  }

  onModuleDestroy(): void {
    this.subscription.unsubscribe();
  }

  /** The strategy in force on the date (in Stockholm) and what measures its goals; throws `strategy.not-found`. */
  async inForce(today: IsoDate): Promise<DecidedStrategy> {
    // What a transaction under way sees may never be committed.
    if (transactionClient() || !this.publications.areHeard) return this.read(today);
    if (this.kept?.today !== today) this.kept = { today, reading: this.read(today) };
    const { kept } = this;
    try {
      return await kept.reading;
    } catch (error) {
      if (this.kept === kept) this.kept = undefined;
      throw error;
    }
  }

  private async read(today: IsoDate): Promise<DecidedStrategy> {
    const strategy = await this.strategies.inForce(today);
    const goals = goalsOf(strategy);
    const [roles, definitions] = await Promise.all([this.responsibilities.ofGoals(goals.map(({ id }) => id)), this.definitions.ofGoals(goals)]);
    return { strategy, goals, roles, definitions };
  }
}
