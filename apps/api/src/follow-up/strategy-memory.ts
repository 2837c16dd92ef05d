import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Publications } from '../observations/publications.js';
import type { AsOf } from '../platform/as-of.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { GoalDefinitionsQuery, type GoalDefinitions } from './goal-definitions.query.js';
import { KeptUntilPublication } from '../observations/kept-until-publication.js';

/** Everything that statuses of the strategy in force rest on, figures apart; `roles` by the id of the goal. */
export interface DecidedStrategy {
  readonly strategy: StrategyInForce;
  readonly goals: readonly Goal[];
  readonly roles: ReadonlyMap<number, readonly GoalRole[]>;
  readonly definitions: GoalDefinitions;
}

/**
 * Keeps what was decided in memory, since it changes a few times a year and the overview would read it each time. It is
 * dropped at any publication and at midnight in Stockholm, when another version may be in force. Figures are never kept
 * here: statuses are computed from what is there now.
 */
@Injectable()
export class StrategyMemory implements OnModuleDestroy {
  private readonly kept: KeptUntilPublication<DecidedStrategy | undefined>;

  constructor(
    private readonly strategies: StrategyQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly definitions: GoalDefinitionsQuery,
    publications: Publications,
  ) {
    this.kept = new KeptUntilPublication(publications);
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  /** The strategy in force at the moment and what measures its goals; undefined where there was none. */
  current(asOf: AsOf): Promise<DecidedStrategy | undefined> {
    return this.kept.of(asOf, () => this.read(asOf));
  }

  private async read(asOf: AsOf): Promise<DecidedStrategy | undefined> {
    const strategy = await this.strategies.current(asOf);
    if (!strategy) return undefined;
    const goals = goalsOf(strategy);
    const [roles, definitions] = await Promise.all([
      this.responsibilities.ofGoals(
        goals.map(({ id }) => id),
        asOf,
      ),
      this.definitions.ofGoals(goals, asOf),
    ]);
    return { strategy, goals, roles, definitions };
  }
}
