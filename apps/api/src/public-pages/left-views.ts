import type { DecidedIn, NoLongerFollowedUpView } from '@slusen/contracts';
import { outcomeText, targetText, type LeftGoal, type LeftIndicator } from '@slusen/domain';
import type { MeasureFollowUp } from '../follow-up/goal-follow-up.js';
import type { Indicator } from '../indicators/indicator.js';
import { goalsOf, type Goal, type StrategyDecision, type StrategyInForce } from '../strategy/strategy.js';
import type { MeasuredOnce } from '../targets/target.query.js';

type GoalView = NoLongerFollowedUpView['goals'][number];
type IndicatorView = NoLongerFollowedUpView['indicators'][number];

/** An adopted version with what measures its goals, or once did. */
export interface MeasuredVersion extends StrategyInForce {
  readonly measured: readonly MeasuredOnce[];
}

/** What is told of something that was left comes from here: every version that has begun by its number, and how indicators stand by their slugs. */
export interface LeftFrom {
  readonly versions: ReadonlyMap<number, MeasuredVersion>;
  readonly inForce: MeasuredVersion;
  readonly figures: ReadonlyMap<string, MeasureFollowUp>;
}

/** A goal that is in no version in force, with the decision that had it. */
export function leftGoalViews({ slug, version: number, goesOnIn }: LeftGoal, { versions, inForce }: LeftFrom): GoalView[] {
  const version = versions.get(number);
  const goal = version && goalIn(version, slug);
  if (!goal) return [];
  const on = goesOnIn.flatMap((other) => namedGoal(inForce, other));
  return [
    { slug, name: goal.name, area: goal.area, decided: decidedIn(version), goesOnIn: on, isExample: goal.isExample || version.isExample },
  ];
}

/** An indicator that measures nothing any more, with the decision and the target that had it, its last figure and what is measured instead. */
export function leftIndicatorViews({ slug, version: number, goals }: LeftIndicator, { versions, figures }: LeftFrom): IndicatorView[] {
  const [version, figure] = [versions.get(number), figures.get(slug)];
  if (!version || !figure) return [];
  const { indicator } = figure;
  const { name, ending, isExample } = indicator;
  const measured = version.measured.filter(({ indicatorId }) => indicatorId === indicator.id);
  return [
    {
      ...{ slug, name, decided: decidedIn(version) },
      goals: goals.flatMap((goal) => measuredGoal(goal, version, { indicator, measured })),
      withdrawn: measured.find(({ withdrawn }) => withdrawn)?.withdrawn,
      latest: latestOf(figure),
      perLocality: figure.explanation.perLocality ?? false,
      replacedBy: ending?.replacedBy,
      ended: ending?.reason,
      isExample: isExample || version.isExample,
    },
  ];
}

const goalIn = (version: StrategyInForce, slug: string): Goal | undefined => goalsOf(version).find((goal) => goal.slug === slug);
const namedGoal = (version: StrategyInForce, slug: string): Pick<Goal, 'slug' | 'name'>[] => {
  const goal = goalIn(version, slug);
  return goal ? [{ slug, name: goal.name }] : [];
};

interface HowMeasured {
  readonly indicator: Indicator;
  readonly measured: readonly MeasuredOnce[];
}

function measuredGoal(slug: string, version: StrategyInForce, { indicator, measured }: HowMeasured): IndicatorView['goals'] {
  const goal = goalIn(version, slug);
  if (!goal) return [];
  const target = measured.find(({ goalId }) => goalId === goal.id)?.target;
  const { unit, rules } = indicator;
  const counted = { unit, decimals: rules.decimals, reporting: rules.reporting };
  return [{ slug, name: goal.name, target: target && { sv: targetText(target, counted, 'sv'), en: targetText(target, counted, 'en') } }];
}

function latestOf({ explanation }: MeasureFollowUp): IndicatorView['latest'] {
  const last = explanation.outcome ?? explanation.lastReal;
  if (!last) return undefined;
  return { sv: outcomeText(last, explanation, 'sv'), en: outcomeText(last, explanation, 'en') };
}

function decidedIn({ decision }: { readonly decision: StrategyDecision }): DecidedIn {
  const { name: _name, purpose: _purpose, ...decided } = decision;
  return decided;
}
