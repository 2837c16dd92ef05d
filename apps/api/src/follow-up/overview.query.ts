import { Injectable } from '@nestjs/common';
import type { OverviewView, Reference } from '@slusen/contracts';
import { headingOf, type IsoDate } from '@slusen/domain';
import { Clock } from '../platform/clock.js';
import { leadsOf } from '../strategy/responsibility.query.js';
import { FollowUpQuery } from './follow-up.query.js';
import { goalSummaryOf, type GoalFollowUp, type MeasureFollowUp } from './goal-follow-up.js';
import { waitingFor } from './next-expected.js';
import { StrategyMemory } from './strategy-memory.js';

type AreaView = OverviewView['areas'][number];
type GoalView = AreaView['goals'][number];

/** Every goal of the strategy in force, computed live from the figures of this moment: one statement, five after a publication. */
@Injectable()
export class OverviewQuery {
  constructor(
    private readonly clock: Clock,
    private readonly memory: StrategyMemory,
    private readonly followUps: FollowUpQuery,
  ) {}

  async run(): Promise<OverviewView> {
    const today = this.clock.today();
    const { strategy, goals, roles, definitions } = await this.memory.inForce(today);
    const followUps = await this.followUps.statuses(goals, definitions, today);
    const views = new Map(followUps.map((followUp) => [followUp.goal.id, goalView(followUp, leadsOf(roles.get(followUp.goal.id) ?? []), today)]));
    const areas = strategy.areas.map(({ slug, name, shortName, goals: own }) => ({ slug, name, shortName, goals: own.flatMap(({ id }) => views.get(id) ?? []) }));
    return { strategy: strategy.decision, areas, computedOn: today };
  }
}

function goalView(followUp: GoalFollowUp, leads: readonly Reference[], today: IsoDate): GoalView {
  return { ...goalSummaryOf(followUp, leads), indicators: followUp.measures.map((measure) => measureView(measure, today)) };
}

function measureView({ indicator, series, explanation }: MeasureFollowUp, today: IsoDate): GoalView['indicators'][number] {
  return {
    slug: indicator.slug,
    name: indicator.name,
    status: explanation.status,
    isFinal: explanation.isFinal,
    heading: { sv: headingOf(explanation, 'sv'), en: headingOf(explanation, 'en') },
    isExample: indicator.isExample,
    state: waitingFor(indicator, series, today)?.state,
  };
}
