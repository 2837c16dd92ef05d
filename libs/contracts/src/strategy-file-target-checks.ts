import { comparePeriods, fitsCadence, parsePeriod } from '@slusen/domain';
import { fault, repeated, unknownReference, type Path, type Problems } from './strategy-file-fault.js';
import { type StrategyFile, type StrategyFileGoal, type StrategyFileIndicator, type StrategyFileTarget } from './strategy-file-shape.js';

/** A period or figure of a target, with where it stands in the file. */
type At<T> = readonly [path: Path, content: T];

/** Goals name actors and indicators that are there, and their targets can be computed. */
export function* checkGoals(file: StrategyFile): Problems {
  const actors = new Set(file.actors.map(({ slug }) => slug));
  const indicators = new Map(file.indicators.map((one) => [one.slug, one]));
  for (const [a, area] of file.areas.entries()) {
    for (const [g, goal] of area.goals.entries()) {
      const path = ['areas', a, 'goals', g];
      yield* checkRoles(goal, actors, [...path, 'roles']);
      yield* checkMeasuring(goal, path);
      for (const [i, slug] of goal.indicatorsWithoutTarget.entries()) {
        yield* unknownReference(slug, new Set(indicators.keys()), [...path, 'indicatorsWithoutTarget', i]);
      }
      for (const [t, target] of goal.targets.entries()) yield* checkTarget(target, indicators, [...path, 'targets', t]);
    }
  }
}

function* checkRoles({ roles }: StrategyFileGoal, actors: ReadonlySet<string>, path: Path): Problems {
  for (const [r, { actor }] of roles.entries()) yield* unknownReference(actor, actors, [...path, r, 'actor']);
  yield* repeated(
    roles.map(({ actor, role }) => `${actor} ${role}`),
    path,
  );
}

function* checkMeasuring(goal: StrategyFileGoal, path: Path): Problems {
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

function* checkTarget(target: StrategyFileTarget, indicators: ReadonlyMap<string, StrategyFileIndicator>, path: Path): Problems {
  const indicator = indicators.get(target.indicator);
  if (!indicator) {
    yield fault([...path, 'indicator'], 'reference.unknown', target.indicator);
    return;
  }
  yield* checkKind(target, indicator, path);
  yield* checkPeriods(periodsOf(target), indicator, path);
  yield* checkDecimals(valuesOf(target), indicator, path);
  // A sum of twelve months may well exceed what one of them can be.
  if (target.measure === 'value') yield* checkLimits(valuesOf(target), indicator, path);
}

function* checkKind(target: StrategyFileTarget, indicator: StrategyFileIndicator, path: Path): Problems {
  if (target.kind === 'point' && indicator.direction === 'none') {
    yield fault([...path, 'kind'], 'target.no-direction', indicator.slug);
  }
  if (target.kind === 'band' && target.low >= target.high) {
    yield fault([...path, 'high'], 'target.band-empty', String(target.high));
  }
  const cannotRoll = indicator.aggregation === 'none' || indicator.cadence === 'irregular';
  if (target.measure === 'rolling-12-months' && cannotRoll) {
    yield fault([...path, 'measure'], 'target.cannot-roll', indicator.slug);
  }
}

function* checkPeriods(periods: readonly At<string>[], indicator: StrategyFileIndicator, path: Path): Problems {
  for (const [i, [at, code]] of periods.entries()) {
    const period = parsePeriod(code);
    const before = periods[i - 1];
    if (!fitsCadence(period, indicator.cadence)) yield fault([...path, ...at], 'period.wrong-cadence', code);
    else if (before && comparePeriods(parsePeriod(before[1]), period) >= 0) {
      yield fault([...path, ...at], 'target.periods-not-in-order', code);
    }
  }
}

function* checkLimits(values: readonly At<number>[], { min, max }: StrategyFileIndicator, path: Path): Problems {
  for (const [at, value] of values) {
    const isOutside = (min !== undefined && value < min) || (max !== undefined && value > max);
    if (isOutside) yield fault([...path, ...at], 'target.outside-limits', String(value));
  }
}

function* checkDecimals(values: readonly At<number>[], { decimals }: StrategyFileIndicator, path: Path): Problems {
  for (const [at, value] of values) {
    if (Number(value.toFixed(decimals)) !== value) {
      yield fault([...path, ...at], 'target.too-many-decimals', String(value));
    }
  }
}

function periodsOf(target: StrategyFileTarget): readonly At<string>[] {
  if (target.kind === 'band')
    return [
      [['baselinePeriod'], target.baselinePeriod],
      [['finalPeriod'], target.finalPeriod],
    ];
  return pointsOf(target).map(([at, { period }]) => [[...at, 'period'], period]);
}

/** A band's ends may lie beyond what can be measured, so only points are held to the indicator. */
function valuesOf(target: StrategyFileTarget): readonly At<number>[] {
  return target.kind === 'band' ? [] : pointsOf(target).map(([at, { value }]) => [[...at, 'value'], value]);
}

function pointsOf(target: Extract<StrategyFileTarget, { kind: 'point' }>): readonly At<{ period: string; value: number }>[] {
  const milestones = target.milestones.map((milestone, m): At<{ period: string; value: number }> => [['milestones', m], milestone]);
  return [[['baseline'], target.baseline], ...milestones, [['final'], target.final]];
}
