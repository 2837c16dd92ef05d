import { type DefinitionContent } from '../indicator/definition-content.js';
import { fault, type Faults, type Place } from '../strategy/fault.js';
import { comparePeriods, fitsCadence } from '../time/period.js';
import { parsePeriod } from '../time/period-code.js';
import { type DatedValue, type PointContent, type TargetContent } from './target-content.js';

/** A period or figure of a target, with where it stands in the file. */
type At<T> = readonly [path: Place, content: T];

/** What of an indicator's definition a target must fit. */
export type MeasuredBy = Pick<DefinitionContent, 'direction' | 'cadence' | 'aggregation' | 'decimals' | 'min' | 'max'>;

/** A target can be reached, drawn and computed with the indicator as it is defined. */
export function* targetFaults(target: TargetContent, indicator: MeasuredBy, path: Place = []): Faults {
  yield* checkKind(target, indicator, path);
  if (target.tolerance < 0) yield fault([...path, 'tolerance'], 'tolerance.negative', String(target.tolerance));
  yield* checkPeriods(periodsOf(target), indicator, path);
  yield* checkDecimals(valuesOf(target), indicator, path);
  // A sum of twelve months may well exceed what one of them can be.
  if (target.measure === 'value') yield* checkLimits(valuesOf(target), indicator, path);
}

function* checkKind(target: TargetContent, indicator: MeasuredBy, path: Place): Faults {
  if (target.kind === 'point' && indicator.direction === 'none') {
    yield fault([...path, 'kind'], 'target.no-direction', target.indicator);
  }
  if (target.kind === 'band' && target.low >= target.high) {
    yield fault([...path, 'high'], 'target.band-empty', String(target.high));
  }
  const cannotRoll = indicator.aggregation === 'none' || indicator.cadence === 'irregular';
  if (target.measure === 'rolling-12-months' && cannotRoll) {
    yield fault([...path, 'measure'], 'target.cannot-roll', target.indicator);
  }
}

function* checkPeriods(periods: readonly At<string>[], indicator: MeasuredBy, path: Place): Faults {
  for (const [i, [at, code]] of periods.entries()) {
    const period = parsePeriod(code);
    const before = periods[i - 1];
    if (!fitsCadence(period, indicator.cadence)) yield fault([...path, ...at], 'period.wrong-cadence', code);
    else if (before && comparePeriods(parsePeriod(before[1]), period) >= 0) {
      yield fault([...path, ...at], 'target.periods-not-in-order', code);
    }
  }
}

function* checkLimits(values: readonly At<number>[], { min, max }: MeasuredBy, path: Place): Faults {
  for (const [at, value] of values) {
    const isOutside = (min !== undefined && value < min) || (max !== undefined && value > max);
    if (isOutside) yield fault([...path, ...at], 'target.outside-limits', String(value));
  }
}

function* checkDecimals(values: readonly At<number>[], { decimals }: MeasuredBy, path: Place): Faults {
  for (const [at, value] of values) {
    if (Number(value.toFixed(decimals)) !== value) {
      yield fault([...path, ...at], 'target.too-many-decimals', String(value));
    }
  }
}

function periodsOf(target: TargetContent): readonly At<string>[] {
  if (target.kind === 'band')
    return [
      [['baselinePeriod'], target.baselinePeriod],
      [['finalPeriod'], target.finalPeriod],
    ];
  return pointsOf(target).map(([at, { period }]) => [[...at, 'period'], period]);
}

/** A band's ends may lie beyond what can be measured, so only points are held to the indicator. */
function valuesOf(target: TargetContent): readonly At<number>[] {
  return target.kind === 'band' ? [] : pointsOf(target).map(([at, { value }]) => [[...at, 'value'], value]);
}

function pointsOf(target: PointContent): readonly At<DatedValue>[] {
  const milestones = target.milestones.map((milestone, m): At<DatedValue> => [['milestones', m], milestone]);
  return [[['baseline'], target.baseline], ...milestones, [['final'], target.final]];
}
