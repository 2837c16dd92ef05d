import { actionFaults } from '../cooperation/action.js';
import { breakFaults, definitionFaults, type DefinitionSurroundings } from '../indicator/definition-checks.js';
import { targetFaults } from '../target/target-checks.js';
import { fault, repeated, unknownReference, type Fault, type Faults, type Place } from './fault.js';
import { checkActionNames, checkActors, checkNames, checkTerritories, versionFaults } from './strategy-checks.js';
import { type GoalContent, type StrategyContent } from './strategy-content.js';

type Indicators = ReadonlyMap<string, StrategyContent['indicators'][number]>;

const CHECKS: readonly ((strategy: StrategyContent) => Iterable<Fault>)[] = [
  checkNames,
  checkTerritories,
  checkActors,
  versionFaults,
  checkIndicators,
  checkGoals,
  checkActionNames,
];

/**
 * Everything about a strategy that does not fit together, though each part is right in itself: the one place that files, screens and
 * editors ask.
 */
export function* strategyFaults(strategy: StrategyContent): Faults {
  for (const check of CHECKS) yield* check(strategy);
}

/** What the definitions of a strategy may name: what the strategy itself holds. */
export function surroundingsIn({ actors, territories, indicators }: StrategyContent): DefinitionSurroundings {
  return {
    actors: new Set(actors.map(({ slug }) => slug)),
    localities: new Set(territories.filter(({ kind }) => kind === 'locality').map(({ code }) => code)),
    indicators: new Map(indicators.map((one) => [one.slug, one])),
  };
}

/** Definitions hang together, and what they refer to is there. */
function* checkIndicators(strategy: StrategyContent): Faults {
  const around = surroundingsIn(strategy);
  for (const [i, indicator] of strategy.indicators.entries()) {
    yield* definitionFaults(indicator, around, ['indicators', i]);
    yield* breakFaults(indicator.breaks, indicator, ['indicators', i, 'breaks']);
  }
}

/** Goals name actors and indicators that are there, and their targets can be computed. */
function* checkGoals(strategy: StrategyContent): Faults {
  const actors = new Set(strategy.actors.map(({ slug }) => slug));
  const indicators: Indicators = new Map(strategy.indicators.map((one) => [one.slug, one]));
  for (const [a, area] of strategy.areas.entries()) {
    for (const [g, goal] of area.goals.entries()) {
      const path = ['areas', a, 'goals', g];
      yield* checkRoles(goal, actors, [...path, 'roles']);
      yield* checkMeasuring(goal, path);
      yield* checkMeasures(goal, indicators, path);
      yield* checkActions(goal, strategy, path);
    }
  }
}

function* checkRoles({ roles }: GoalContent, actors: ReadonlySet<string>, path: Place): Faults {
  for (const [r, { actor }] of roles.entries()) yield* unknownReference(actor, actors, [...path, r, 'actor']);
  yield* repeated(
    roles.map(({ actor, role }) => `${actor} ${role}`),
    path,
  );
}

function* checkMeasuring(goal: GoalContent, path: Place): Faults {
  const measured = goal.targets.map(({ indicator }) => indicator);
  if (goal.deliberatelyNotMeasured && measured.length + goal.indicatorsWithoutTarget.length > 0) {
    yield fault([...path, 'deliberatelyNotMeasured'], 'goal.measured-though-not', goal.slug);
  }
  yield* repeated(measured, [...path, 'targets'], ['indicator']);
  yield* repeated(goal.indicatorsWithoutTarget, [...path, 'indicatorsWithoutTarget']);
  for (const [i, slug] of goal.indicatorsWithoutTarget.entries()) {
    if (measured.includes(slug)) yield fault([...path, 'indicatorsWithoutTarget', i], 'goal.has-target-for-it', slug);
  }
}

function* checkMeasures({ targets, indicatorsWithoutTarget }: GoalContent, indicators: Indicators, path: Place): Faults {
  for (const [i, slug] of indicatorsWithoutTarget.entries()) {
    yield* unknownReference(slug, indicators, [...path, 'indicatorsWithoutTarget', i]);
  }
  for (const [t, target] of targets.entries()) {
    const indicator = indicators.get(target.indicator);
    if (indicator) yield* targetFaults(target, indicator, [...path, 'targets', t]);
    else yield fault([...path, 'targets', t, 'indicator'], 'reference.unknown', target.indicator);
  }
}

/** What a goal brings along to be done fits together, and names what is there. */
function* checkActions({ slug, actions = [] }: GoalContent, strategy: StrategyContent, path: Place): Faults {
  const around = {
    goals: new Set([slug]),
    actors: new Set(strategy.actors.map((actor) => actor.slug)),
    territories: new Set(strategy.territories.filter(({ kind }) => kind === 'municipality' || kind === 'locality').map(({ code }) => code)),
    indicators: new Set(strategy.indicators.map((indicator) => indicator.slug)),
  };
  for (const [a, action] of actions.entries()) {
    for (const found of actionFaults({ ...action, goal: slug }, around)) yield { ...found, path: [...path, 'actions', a, ...found.path] };
  }
}
