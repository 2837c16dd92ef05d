import { Injectable } from '@nestjs/common';
import type { ActorList, ActorView } from '@slusen/contracts';
import { ActorQuery, type Actor } from '../organisation/actor.query.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { ResponsibilityQuery } from '../strategy/responsibility.query.js';
import { goalsOf } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';

type Roles = ReadonlyMap<string, ActorView['roles']>;

/** Who does what: the actors with their roles in the goals of the strategy in force. */
@Injectable()
export class ActorsQuery {
  constructor(
    private readonly actors: ActorQuery,
    private readonly strategies: StrategyQuery,
    private readonly responsibilities: ResponsibilityQuery,
  ) {}

  /** Every actor that has not ended, those without any role too, so that gaps are seen. */
  async all(asOf: AsOf): Promise<ActorList> {
    const [actors, roles] = await Promise.all([this.actors.standing(asOf), this.rolesBySlug(asOf)]);
    return { items: actors.map((actor) => viewOf(actor, roles)) };
  }

  /** Throws `actor.not-found`. */
  async bySlug(slug: string, asOf: AsOf): Promise<ActorView> {
    const [actor, roles] = await Promise.all([this.actors.bySlug(slug, asOf), this.rolesBySlug(asOf)]);
    return viewOf(actor, roles);
  }

  private async rolesBySlug(asOf: AsOf): Promise<Roles> {
    declareRead('strategy');
    const strategy = await this.strategies.current(asOf);
    const goals = strategy ? goalsOf(strategy) : [];
    const byGoal = await this.responsibilities.ofGoals(
      goals.map(({ id }) => id),
      asOf,
    );
    const found = new Map<string, ActorView['roles']>();
    for (const { id, slug, name } of goals) {
      for (const { actor, role, note, isExample } of byGoal.get(id) ?? []) {
        found.set(actor.slug, [...(found.get(actor.slug) ?? []), { goal: { slug, name }, role, note, isExample }]);
      }
    }
    return found;
  }
}

function viewOf({ slug, name, kind, isExample, parent, contact, ended, cameFrom }: Actor, roles: Roles): ActorView {
  return {
    ...{ slug, name, kind, isExample, parent, contact },
    ...(ended && { ended: { ...ended, into: [...ended.into] } }),
    ...(cameFrom.length > 0 && { cameFrom: [...cameFrom] }),
    roles: roles.get(slug) ?? [],
  };
}
