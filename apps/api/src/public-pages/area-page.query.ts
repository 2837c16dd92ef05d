import { Injectable } from '@nestjs/common';
import type { AreaPageView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import { indicatorTags, goalSummaryOf } from '../follow-up/goal-follow-up.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { leadsOf, ResponsibilityQuery } from '../strategy/responsibility.query.js';
import { StrategyQuery } from '../strategy/strategy.query.js';

/** An area of the strategy in force with its goals. */
@Injectable()
export class AreaPageQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly followUps: FollowUpQuery,
  ) {}

  /** Throws `area.not-found`. */
  async run(slug: string, asOf: AsOf): Promise<AreaPageView> {
    const strategy = await this.strategies.inForce(asOf);
    const area = strategy.areas.find((candidate) => candidate.slug === slug);
    if (!area) throw new DomainError('area.not-found', { area: slug });
    const [roles, followUps] = await Promise.all([
      this.responsibilities.ofGoals(
        area.goals.map(({ id }) => id),
        asOf,
      ),
      this.followUps.statusesOfGoals(area.goals, asOf),
    ]);
    declareRead('strategy', ...indicatorTags(followUps));
    const goals = followUps.map((followUp) => goalSummaryOf(followUp, leadsOf(roles.get(followUp.goal.id) ?? [])));
    const { name, shortName, description } = area;
    return { slug, name, shortName, description, goals, strategy: strategy.decision };
  }
}
