import { Injectable } from '@nestjs/common';
import type { RoleMatrix } from '@slusen/contracts';
import { inOrderOfKind, roleGaps } from '@slusen/domain';
import { ActorQuery } from '../organisation/actor.query.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { declareRead } from '../platform/read-tags.js';
import { ResponsibilityQuery } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { ActionReadingQuery } from './action-reading.query.js';

/** Who does what for which goal of the strategy in force, in one table, with its gaps. */
@Injectable()
export class RoleMatrixQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly actors: ActorQuery,
    private readonly actions: ActionReadingQuery,
  ) {}

  /** Actors with neither a role nor an action under way are left out: they would be empty lines. */
  async run(asOf: AsOf): Promise<RoleMatrix> {
    declareRead('strategy');
    const strategy = await this.strategies.current(asOf);
    const goals = strategy ? goalsOf(strategy) : [];
    const [roles, all, open, doing] = await Promise.all([
      this.rolesOf(goals, asOf),
      this.actors.all(asOf),
      this.actions.openByLead(asOf),
      this.actions.openActs(asOf),
    ]);
    const kinds = new Map(all.map(({ id, kind }) => [id, kind]));
    const acts = doing.map(({ goal, actorId }) => ({ goal, kind: related(kinds.get(actorId)) }));
    const actors = all.map(({ id, slug, name, kind, isExample }) => ({ slug, name, kind, isExample, openActions: open.get(id) ?? 0 }));
    const shown = actors.filter(({ slug, openActions }) => openActions > 0 || roles.some(({ actor }) => actor === slug));
    const slugs = goals.map(({ slug }) => slug);
    const { noLead, onlyMunicipality, overloaded } = roleGaps(slugs, shown, { roles, acts });
    return {
      goals: goals.map(({ slug, name, area, isExample }) => ({ slug, name, area, isExample })),
      actors: inOrderOfKind(shown),
      roles,
      gaps: { noLead: [...noLead], onlyMunicipality: [...onlyMunicipality], overloaded: [...overloaded] },
    };
  }

  private async rolesOf(goals: readonly Goal[], asOf: AsOf): Promise<RoleMatrix['roles']> {
    const ids = goals.map(({ id }) => id);
    const held = await this.responsibilities.ofGoals(ids, asOf);
    return goals.flatMap(({ id, slug }) =>
      (held.get(id) ?? []).map(({ actor, role, isExample }) => ({ goal: slug, actor: actor.slug, role, isExample })),
    );
  }
}
