import { Injectable } from '@nestjs/common';
import type { StartPageView } from '@slusen/contracts';
import { FULFILMENTS, type Fulfilment } from '@slusen/domain';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import { hasExamples, type GoalFollowUp } from '../follow-up/goal-follow-up.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { goalsOf, type Area } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { RecentChangeViews } from './recent-change-views.js';

const MOST_CHANGES = 8;

/** The start page: the strategy in force, its areas as doors with counts, and what changed lately. */
@Injectable()
export class StartPageQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly followUps: FollowUpQuery,
    private readonly changes: RecentChangeViews,
  ) {}

  async run(asOf: AsOf): Promise<StartPageView> {
    declareRead('strategy', 'figures');
    const strategy = await this.strategies.inForce(asOf);
    const [followUps, changes] = await Promise.all([
      this.followUps.statusesOfGoals(goalsOf(strategy), asOf),
      this.changes.latest(MOST_CHANGES, asOf),
    ]);
    return {
      strategy: strategy.decision,
      areas: strategy.areas.map((area) => doorOf(area, followUps)),
      changes: changes.views,
      hasExamples: strategy.isExample || changes.hasExamples || followUps.some(hasExamples),
    };
  }
}

function doorOf({ slug, name, shortName, goals }: Area, followUps: readonly GoalFollowUp[]): StartPageView['areas'][number] {
  const own = followUps.filter(({ goal }) => goal.area.slug === slug);
  const count = (wanted: Fulfilment): number => own.filter(({ rollUp }) => rollUp.fulfilment === wanted).length;
  const counts = Object.fromEntries(FULFILMENTS.map((fulfilment) => [fulfilment, count(fulfilment)])) as Record<Fulfilment, number>;
  return { slug, name, shortName, goals: goals.length, counts };
}
