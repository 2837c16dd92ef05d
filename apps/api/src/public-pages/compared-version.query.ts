import { Injectable } from '@nestjs/common';
import type { ComparedArea } from '@slusen/domain';
import { GoalDefinitionsQuery, type GoalDefinitions } from '../follow-up/goal-definitions.query.js';
import type { AsOf } from '../platform/as-of.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import type { ReadVersion } from './comparison-view.js';

type Roles = ReadonlyMap<number, readonly GoalRole[]>;

/** An adopted version as it is compared with another. */
@Injectable()
export class ComparedVersionQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly definitions: GoalDefinitionsQuery,
    private readonly responsibilities: ResponsibilityQuery,
  ) {}

  /** Throws `version.not-found`. */
  async read(number: number, asOf: AsOf): Promise<ReadVersion> {
    const strategy = await this.strategies.version(number, asOf);
    const goals = goalsOf(strategy);
    const ids = goals.map(({ id }) => id);
    const [definitions, roles] = await Promise.all([this.definitions.ofGoals(goals, asOf), this.responsibilities.ofGoals(ids, asOf)]);
    const { name, purpose, ...decided } = strategy.decision;
    return {
      side: { decided },
      says: { name, purpose, areas: areasOf(strategy, definitions, roles) },
      actors: new Map([...roles.values()].flat().map(({ actor }) => [actor.slug, actor.name])),
      indicators: new Map(
        [...definitions.indicators.values()].map(({ slug, name: called, unit, rules }) => [slug, { ...rules, name: called, unit }]),
      ),
    };
  }
}

function areasOf({ areas }: StrategyInForce, definitions: GoalDefinitions, roles: Roles): ComparedArea[] {
  return areas.map(({ goals, ...words }) => ({ ...words, goals: goals.map((goal) => goalOf(goal, definitions, roles)) }));
}

function goalOf(
  { id, slug, name, description, deliberatelyNotMeasured }: Goal,
  { targets, indicators }: GoalDefinitions,
  roles: Roles,
): ComparedArea['goals'][number] {
  const measures = targets
    .filter(({ goalId }) => goalId === id)
    .flatMap(({ indicatorId, target }) => {
      const indicator = indicators.get(indicatorId)?.slug;
      return indicator ? [{ indicator, target }] : [];
    });
  const held = (roles.get(id) ?? []).map(({ actor, role, note }) => ({ actor: actor.slug, role, note }));
  return { slug, name, description, deliberatelyNotMeasured, roles: held, measures };
}
