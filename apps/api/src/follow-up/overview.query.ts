import { Injectable } from '@nestjs/common';
import type { OverviewView, TrendView } from '@slusen/contracts';
import { basedOnText, headingOf, type Explanation } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { leadsOf } from '../strategy/responsibility.query.js';
import { FollowUpQuery } from './follow-up.query.js';
import { goalSummaryOf, type GoalFollowUp, type MeasureFollowUp } from './goal-follow-up.js';
import { lateView, waitingFor, type Plan } from './next-expected.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { StrategyMemory } from './strategy-memory.js';
import { TrendMemory } from './trend-memory.js';

type AreaView = OverviewView['areas'][number];
type GoalView = AreaView['goals'][number];
type IndicatorView = GoalView['indicators'][number];

/** Every goal of the strategy in force, computed live from the figures of this moment: one statement, seven after a publication. */
@Injectable()
export class OverviewQuery {
  constructor(
    private readonly memory: StrategyMemory,
    private readonly followUps: FollowUpQuery,
    private readonly trends: TrendMemory,
    private readonly rounds: RoundMemory,
  ) {}

  async run(asOf: AsOf): Promise<OverviewView> {
    const { today } = asOf;
    const decided = await this.memory.current(asOf);
    if (!decided) return { areas: [], computedOn: today };
    const { strategy, goals, roles, definitions } = decided;
    const [followUps, trendOf, rounds] = await Promise.all([
      this.followUps.statuses(goals, definitions, asOf),
      this.trends.of(definitions, asOf),
      this.rounds.byDay(asOf),
    ]);
    const viewOf = (measure: MeasureFollowUp): IndicatorView =>
      measureView(measure, { plan: { rounds, today }, trend: trendOf(measure.indicator.id, measure.target) });
    const goalView = (followUp: GoalFollowUp): GoalView => {
      const leads = leadsOf(roles.get(followUp.goal.id) ?? []);
      return { ...goalSummaryOf(followUp, leads), indicators: followUp.measures.map(viewOf) };
    };
    const views = new Map(followUps.map((followUp) => [followUp.goal.id, goalView(followUp)]));
    const areas = strategy.areas.map(({ slug, name, shortName, goals: own }) => ({
      slug,
      name,
      shortName,
      goals: own.flatMap(({ id }) => views.get(id) ?? []),
    }));
    return { strategy: strategy.decision, areas, computedOn: today };
  }
}

interface Moment {
  readonly plan: Plan;
  readonly trend: TrendView | undefined;
}

function measureView({ indicator, series, explanation }: MeasureFollowUp, { plan, trend }: Moment): IndicatorView {
  return {
    slug: indicator.slug,
    name: indicator.name,
    status: explanation.status,
    isFinal: explanation.isFinal,
    uncertain: explanation.uncertain,
    trend,
    heading: { sv: headingOf(explanation, 'sv'), en: headingOf(explanation, 'en') },
    basedOn: basedOn(explanation),
    isExample: indicator.isExample,
    late: lateView(indicator, waitingFor(indicator, series, plan)),
  };
}

function basedOn(explanation: Explanation): IndicatorView['basedOn'] {
  const [sv, en] = [basedOnText(explanation, 'sv'), basedOnText(explanation, 'en')];
  return sv === undefined || en === undefined ? undefined : { sv, en };
}
