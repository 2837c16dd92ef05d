import { Injectable } from '@nestjs/common';
import type { OverviewView, TrendView } from '@slusen/contracts';
import { basedOnText, headingOf, type Explanation, type IsoDate } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { leadsOf } from '../strategy/responsibility.query.js';
import { FollowUpQuery } from './follow-up.query.js';
import { goalSummaryOf, type GoalFollowUp, type MeasureFollowUp } from './goal-follow-up.js';
import { lateView, waitingFor } from './next-expected.js';
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
  ) {}

  async run(asOf: AsOf): Promise<OverviewView> {
    const { today } = asOf;
    const decided = await this.memory.current(asOf);
    if (!decided) return { areas: [], computedOn: today };
    const { strategy, goals, roles, definitions } = decided;
    const [followUps, trendOf] = await Promise.all([this.followUps.statuses(goals, definitions, asOf), this.trends.of(definitions, asOf)]);
    const viewOf = (measure: MeasureFollowUp): IndicatorView =>
      measureView(measure, { today, trend: trendOf(measure.indicator.id, measure.target) });
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
  readonly today: IsoDate;
  readonly trend: TrendView | undefined;
}

function measureView({ indicator, series, explanation }: MeasureFollowUp, { today, trend }: Moment): IndicatorView {
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
    late: lateView(indicator, waitingFor(indicator, series, today)),
  };
}

function basedOn(explanation: Explanation): IndicatorView['basedOn'] {
  const [sv, en] = [basedOnText(explanation, 'sv'), basedOnText(explanation, 'en')];
  return sv === undefined || en === undefined ? undefined : { sv, en };
}
