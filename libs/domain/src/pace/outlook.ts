import { type Direction, type IndicatorRules, type Reporting, type SeriesBreak } from '../indicator/indicator.js';
import { type Unit } from '../value/number-text-unit.js';
import { breakBetween } from '../time/period-break.js';
import { partsPerYear, periodCadence, type Period } from '../time/period.js';
import { rollingTwelveMonths, type RollingRules, type SeriesPart } from '../value/rolling.js';
import { type TimedValue } from '../time/same-season.js';
import { baselinePeriodOf, finalPeriodOf, type Measure, type Target } from '../target/target.js';
import { type Trend } from '../status/trend.js';
import {
  actualPace,
  fitPace,
  hasHappened,
  isWithinOrdinaryVariation,
  requiredPace,
  trendOf,
  type PaceGap,
  type PaceModel,
} from './pace.js';
import { chanceOf, chanceWord, project, type ChanceWord, type Hope, type Limits, type Projection } from './projection.js';
import { yearlyChanges, yearlyValues, yearsBetween } from './yearly.js';

/** What pace and chance are made from; `points` may be in any order, one per period. */
export interface OutlookInput {
  readonly rules: RollingRules & Pick<IndicatorRules, 'direction' | 'decimals' | 'min' | 'max'>;
  readonly unit: Unit;
  readonly points: readonly SeriesPart[];
  readonly target?: Target | undefined;
  /** What is looked at without a target: as the first target that it has does. */
  readonly measure?: Measure | undefined;
}

/**
 * Why there is no interval and no chance; `final-reached`: the target's final period is not ahead any more;
 * `series-break`: the final value cannot be compared with the values, or with the baseline it was set from.
 */
export type AheadGap = PaceGap | 'final-reached' | 'series-break';

/** "Framåt": how it may end. `chance` is 0–1; numbers are unrounded. */
export interface Ahead {
  readonly hope: Hope;
  readonly period: Period;
  /** Years from the latest value to the final period; ≤ 0 when that has come. */
  readonly horizon: number;
  readonly isExample: boolean;
  /** The change per year it takes, and in how many of the changes so far that happened; none for a band. */
  readonly required?: { readonly perYear: number; readonly happened: number; readonly of: number } | undefined;
  readonly projection?: Projection | undefined;
  /** The interval is so wide that a projection says nothing. */
  readonly isTooWide?: boolean | undefined;
  readonly chance?: { readonly probability: number; readonly word: ChanceWord } | undefined;
  readonly reason?: AheadGap | undefined;
  /** The first period after the break that stands in the way. */
  readonly seriesBreak?: Period | undefined;
}

/**
 * How it has gone and how it may end, with everything its sentences need. Numbers are unrounded, in the indicator's unit;
 * what is absent cannot be said, and `reason` tells why.
 */
export interface Outlook {
  readonly direction: Direction;
  readonly decimals: number;
  readonly unit: Unit;
  readonly measure: Measure;
  readonly reporting: Reporting;
  /** The values it rests on, oldest first. */
  readonly values: readonly TimedValue[];
  /** The average change per year. */
  readonly pace?: number | undefined;
  /** The ordinary yearly variation. */
  readonly variation?: number | undefined;
  readonly trend?: Trend | undefined;
  readonly latestChange?: { readonly from: TimedValue; readonly to: TimedValue; readonly isOrdinary: boolean } | undefined;
  readonly reason?: PaceGap | undefined;
  readonly ahead?: Ahead | undefined;
}

/** Pace, trend and chance of one series, against a target if there is one (measured as the target is: R12 for R12). */
export function outlookOf(input: OutlookInput): Outlook {
  const { rules, unit, target } = input;
  const measure = target?.measure ?? input.measure ?? 'value';
  const values = yearlyValues(judgedSeries(input, measure), rules.breaks);
  const model = fitPace(values);
  const ahead = target && aheadOf(input, { target, values, model });
  const common = {
    direction: rules.direction,
    decimals: rules.decimals,
    unit,
    measure,
    reporting: rules.reporting,
    values,
    pace: actualPace(values),
    ahead,
  };
  if (typeof model === 'string') return { ...common, reason: model };
  const latest = yearlyChanges(values).at(-1);
  const [from, to] = values.slice(-2);
  return {
    ...common,
    variation: model.variation,
    trend: trendOf(model, rules.direction),
    latestChange: latest && from && to && { from, to, isOrdinary: isWithinOrdinaryVariation(latest, model) },
  };
}

/** The trend alone, for lists; none when the values allow none. */
export function seriesTrend(input: Omit<OutlookInput, 'unit'>): Trend | undefined {
  const measure = input.target?.measure ?? input.measure ?? 'value';
  const model = fitPace(yearlyValues(judgedSeries(input, measure), input.rules.breaks));
  return typeof model === 'string' ? undefined : trendOf(model, input.rules.direction);
}

/** What a target on the series looks at: of figures that accumulate over the year the whole years, as its status does. */
function judgedSeries({ points, rules, target }: Omit<OutlookInput, 'unit'>, measure: Measure): readonly SeriesPart[] {
  const measured = measuredSeries(points, rules, measure);
  if (!target || measure !== 'value' || rules.reporting !== 'year-to-date') return measured;
  return measured.filter(({ period }) => period.part === partsPerYear(period.cadence));
}

/** A series after the measure: its values, or the twelve months that end with each period (missing where they are not all there). */
export function measuredSeries(points: readonly SeriesPart[], rules: RollingRules, measure: Measure): readonly SeriesPart[] {
  if (measure === 'value') return points;
  return points.map(({ period }) => {
    const { value } = rollingTwelveMonths(points, period, rules);
    // A period without twelve months stays as a missing one, since it still tells that a break has been passed.
    return value === undefined ? { period, missing: 'not-measured' } : { period, value };
  });
}

interface Fitted {
  readonly target: Target;
  readonly values: readonly TimedValue[];
  readonly model: PaceModel | PaceGap;
}

function aheadOf({ rules }: OutlookInput, { target, values, model }: Fitted): Ahead | undefined {
  const latest = values.at(-1);
  const hope = hopeOf(target, rules.direction);
  if (!latest || !hope) return undefined;
  const period = finalPeriodOf(target);
  const horizon = yearsBetween(latest.period, period);
  const known = { hope, period, horizon, isExample: target.isExample };
  if (horizon <= 0) return { ...known, reason: 'final-reached' };
  const cut = breakOnTheWay(target, latest.period, rules.breaks);
  if (cut) return { ...known, reason: 'series-break', seriesBreak: cut.firstPeriod };
  const common = { ...known, required: requiredOf(hope, { values, latest, period }) };
  if (typeof model === 'string') return { ...common, reason: model };
  const probability = chanceOf(hope, horizon, { model, decimals: rules.decimals });
  const limits = limitsOf(rules, target.measure);
  const projection = project(model, horizon, limits);
  return {
    ...common,
    projection,
    isTooWide: isTooWide(projection, limits, values),
    chance: { probability, word: chanceWord(probability) },
  };
}

/** Whether an interval reaches one end of the scale and, at its other, beyond every value it rests on: then hardly anything is ruled out. */
function isTooWide({ low, high }: Projection, { min, max }: Limits, values: readonly TimedValue[]): boolean {
  const measured = values.map(({ value }) => value);
  const reachesLow = low === min || low < Math.min(...measured);
  const reachesHigh = high === max || high > Math.max(...measured);
  return (low === min && reachesHigh) || (high === max && reachesLow);
}

/** The break between the final period and the latest value, or the baseline: what the status refuses is not told ahead. */
function breakOnTheWay(target: Target, latest: Period, breaks: readonly SeriesBreak[]): SeriesBreak | undefined {
  const final = finalPeriodOf(target);
  return breakBetween(latest, final, breaks) ?? breakBetween(baselinePeriodOf(target), final, breaks);
}

/** A point target without a direction has no better side to hope for; such a target is refused when it is made. */
function hopeOf(target: Target, direction: Direction): Hope | undefined {
  if (target.kind === 'band') return { kind: 'band', low: target.low, high: target.high };
  return direction === 'none' ? undefined : { kind: 'point', direction, value: target.final.value };
}

function requiredOf(
  hope: Hope,
  { values, latest, period }: { readonly values: readonly TimedValue[]; readonly latest: TimedValue; readonly period: Period },
): Ahead['required'] {
  if (hope.kind === 'band') return undefined;
  const perYear = requiredPace(latest, { period, value: hope.value });
  if (perYear === undefined) return undefined;
  return { perYear, happened: hasHappened(values, perYear, hope.direction), of: values.length - 1 };
}

/** What the measured figure can be: a year of added parts reaches as far as all of them together. */
function limitsOf({ cadence, aggregation, min, max }: OutlookInput['rules'], measure: Measure): Limits {
  const parts = measure === 'rolling-12-months' && aggregation === 'sum' ? partsPerYear(periodCadence(cadence)) : 1;
  return { min: min === undefined ? undefined : min * parts, max: max === undefined ? undefined : max * parts };
}
