import type { GoalSummary, Reference, RollUpView } from '@slusen/contracts';
import { assess, fulfilmentWord, rollUp, type Explanation, type Measure, type RollUp, type Target } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { ReadTag } from '../platform/read-tags.js';
import type { Goal } from '../strategy/strategy.js';
import type { Plan } from './next-expected.js';
import type { PublicSeries } from './public-series.js';

/** What is known of one indicator of a goal. */
export interface MeasureFacts {
  readonly indicator: Indicator;
  readonly target: Target | undefined;
  readonly series: PublicSeries;
  /** What it is measured by where there is no target: as the first goal that has one does. */
  readonly measure?: Measure | undefined;
}

/** An indicator as it stands for one goal, with why. */
export interface MeasureFollowUp extends MeasureFacts {
  readonly explanation: Explanation;
}

/** A goal as it stands: its indicators' statuses and what they say together. */
export interface GoalFollowUp {
  readonly goal: Goal;
  readonly measures: readonly MeasureFollowUp[];
  readonly rollUp: RollUp;
}

/**
 * The one way from facts to statuses: every page, report and export is made from its answer, so that no two disagree.
 * `plan.today` is the date in Stockholm.
 */
export function followUpGoal(goal: Goal, facts: readonly MeasureFacts[], plan: Plan): GoalFollowUp {
  const measures = facts.map((fact) => ({ ...fact, explanation: explainMeasure(fact, goal, plan) }));
  const deliberatelyNotMeasured = goal.deliberatelyNotMeasured !== undefined;
  return {
    goal,
    measures,
    rollUp: rollUp(
      measures.map(({ explanation }) => explanation),
      { deliberatelyNotMeasured },
    ),
  };
}

/** The status of one indicator for a goal, with why; without a goal what is known of the figures alone. */
export function explainMeasure(
  { indicator, target, series, measure }: MeasureFacts,
  goal: Goal | undefined,
  { rounds, today }: Plan,
): Explanation {
  return assess({
    rules: indicator.rules,
    unit: indicator.unit,
    target,
    measure,
    observations: series.observations,
    perLocality: indicator.perLocality,
    deliberatelyNotMeasured: goal?.deliberatelyNotMeasured !== undefined,
    today,
    lateFrom: (period, rules) => rounds.lateFrom(period, rules),
  });
}

/** A goal's computed fulfilment as it is shown, with its word. */
export function rollUpView({ coverage, ...rest }: RollUp): RollUpView {
  const word = (language: 'sv' | 'en'): string => fulfilmentWord(rest.fulfilment, rest.isFinal, language);
  return { ...rest, ...coverage, word: { sv: word('sv'), en: word('en') } };
}

/** Whether a goal, or its target for an indicator, was invented, so that what is told of the one for the other has to be marked. */
export function isInventedFor(goal: Goal, target: Target | undefined): boolean {
  return goal.isExample || target?.isExample === true;
}

/** Whether anything the goal shows was invented for the demonstration. */
export function hasExamples({ goal, measures }: GoalFollowUp): boolean {
  return goal.isExample || measures.some((measure) => isInventedFor(goal, measure.target) || isInvented(measure));
}

function isInvented({ indicator, explanation }: MeasureFollowUp): boolean {
  return indicator.isExample || explanation.outcome?.provenance === 'example';
}

/** What statuses of goals rest on, as whoever keeps a page of them is told. */
export function indicatorTags(followUps: readonly GoalFollowUp[]): ReadTag[] {
  return followUps.flatMap(({ measures }) => measures.map(({ indicator }) => `indicator:${indicator.slug}` as const));
}

/** A goal as a line in a list. */
export function goalSummaryOf(followUp: GoalFollowUp, leads: readonly Reference[]): GoalSummary {
  const { slug, name, area } = followUp.goal;
  return { slug, name, area, rollUp: rollUpView(followUp.rollUp), leads: [...leads], hasExamples: hasExamples(followUp) };
}
