import { Injectable } from '@nestjs/common';
import type { GoalPageView } from '@slusen/contracts';
import { DomainError, periodCode, rollUpRule } from '@slusen/domain';
import { assessedView } from '../follow-up/explanation-view.js';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import { indicatorTags, hasExamples, rollUpView, type GoalFollowUp, type MeasureFollowUp } from '../follow-up/goal-follow-up.js';
import { findingOf, lineOf, trendOf } from '../follow-up/outlook-view.js';
import { IndicatorFiguresQuery } from './indicator-figures.query.js';
import { isWithoutTotal, localityFinding } from './locality-finding.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';

/** A goal of the strategy in force: how it stands, by what, and who does what for it. */
@Injectable()
export class GoalPageQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly followUps: FollowUpQuery,
    private readonly figures: IndicatorFiguresQuery,
  ) {}

  /** Throws `goal.not-found`. */
  async run(slug: string, asOf: AsOf): Promise<GoalPageView> {
    const strategy = await this.strategies.inForce(asOf);
    const goal = goalsOf(strategy).find((candidate) => candidate.slug === slug);
    if (!goal) throw new DomainError('goal.not-found', { goal: slug });
    const [roles, [followUp]] = await Promise.all([this.responsibilities.ofGoals([goal.id], asOf), this.followUps.ofGoals([goal], asOf)]);
    if (!followUp) throw new DomainError('goal.not-found', { goal: slug });
    declareRead('strategy', ...indicatorTags([followUp]));
    const indicators = await Promise.all(followUp.measures.map((measure) => this.told(measure, asOf)));
    return { ...pageOf(followUp, strategy, roles.get(goal.id) ?? []), indicators };
  }

  private async told(measure: MeasureFollowUp, asOf: AsOf): Promise<GoalPageView['indicators'][number]> {
    const { indicator, series } = measure;
    const view = indicatorOf(measure);
    if (!isWithoutTotal(indicator, series)) return view;
    const found = localityFinding(indicator, await this.figures.ofLocalities(indicator, asOf));
    if (!found) return view;
    const { sv, en } = view.assessed.sentences;
    return { ...view, assessed: { ...view.assessed, sentences: { sv: { ...sv, ...found.sv }, en: { ...en, ...found.en } } } };
  }
}

function pageOf(followUp: GoalFollowUp, strategy: StrategyInForce, roles: GoalRole[]): Omit<GoalPageView, 'indicators'> {
  const { slug, name, description, area, deliberatelyNotMeasured } = followUp.goal;
  return {
    slug,
    name,
    description,
    area,
    strategy: strategy.decision,
    deliberatelyNotMeasured,
    rollUp: rollUpView(followUp.rollUp),
    rule: { sv: rollUpRule('sv'), en: rollUpRule('en') },
    roles,
    hasExamples: hasExamples(followUp) || roles.some(({ isExample }) => isExample),
  };
}

function indicatorOf({ indicator, target, series, explanation }: MeasureFollowUp): GoalPageView['indicators'][number] {
  const judged = { indicator, series, measure: target?.measure };
  const { slug, name, unit, rules, isExample } = indicator;
  return {
    slug,
    name,
    unit,
    decimals: rules.decimals,
    cadence: rules.cadence,
    isExample,
    assessed: assessedView(explanation, name),
    // Without an outcome there is none that a trend could rest on; the indicator's own page says of which years it is.
    trend: explanation.outcome && trendOf(indicator, series, target),
    finding: findingOf({ ...judged, outcome: explanation }),
    points: lineOf(judged),
    breaks: rules.breaks.map(({ firstPeriod }) => periodCode(firstPeriod)),
  };
}
