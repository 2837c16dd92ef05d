import { DomainError } from '../domain-error.js';
import { type IndicatorRules } from '../indicator/indicator.js';
import { isSamePeriod, monthsIn, partsPerYear, periodCadence, periodPosition, shiftPeriod, type Period } from '../time/period.js';
import { breakBetween } from '../time/period-break.js';
import { fromMillionths, toMillionths } from './value-scaled.js';
import { type Measured, type MissingKind } from './value.js';

/** One period of a series; a share may carry what it is a share of. */
export type SeriesPart = Measured & {
  readonly period: Period;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
};

/** What decides how twelve months are put together. */
export type RollingRules = Pick<IndicatorRules, 'cadence' | 'reporting' | 'aggregation' | 'breaks'> & {
  /** What a share is expressed per: 100 for percent, which is what is assumed. */
  readonly per?: number | undefined;
};

/** The value of twelve months, unrounded, or why there is none; a part that was never reported has no kind. */
export type Rolling =
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value?: undefined; readonly reason: 'series-break' }
  | { readonly value?: undefined; readonly reason: 'missing'; readonly missing?: MissingKind | undefined };

/** Figures of one part in millionths: a sum of one value, or a share's numerator and denominator. */
interface Amounts {
  readonly value: bigint;
  readonly numerator?: bigint | undefined;
  readonly denominator?: bigint | undefined;
}
type Found = Amounts | Exclude<Rolling, { value: number }>;

/** The periods whose twelve months end with this one, oldest first. */
export function rollingWindow(period: Period): readonly Period[] {
  const parts = partsPerYear(period.cadence);
  return Array.from({ length: parts }, (_, index) => shiftPeriod(period, index - parts + 1));
}

/** The figures that the twelve months ending with a period are made of: the period's own where it stands for them by itself. */
export function partsBehind<Part extends { readonly period: Period }>(
  series: readonly Part[],
  period: Period,
  { aggregation }: Pick<RollingRules, 'aggregation'>,
): readonly Part[] {
  const end = periodPosition(period);
  const months = aggregation === 'last' ? monthsIn(period.cadence) : 12;
  return series.filter((part) => {
    const position = periodPosition(part.period);
    return part.period.cadence === period.cadence && position > end - months && position <= end;
  });
}

/**
 * The periods without a value that the twelve months ending with this one need, oldest first: those of the window, and of what accumulates over
 * the year those before them that they are differenced with. What is known by its latest value alone needs no other.
 */
export function lackingParts(
  series: readonly SeriesPart[],
  period: Period,
  { aggregation, reporting }: Pick<RollingRules, 'aggregation' | 'reporting'>,
): readonly Period[] {
  const window = aggregation === 'last' ? [period] : rollingWindow(period);
  const [first = period] = window;
  const isDifferenced = aggregation !== 'last' && reporting === 'year-to-date' && first.part > 1;
  const needed = isDifferenced ? [shiftPeriod(first, -1), ...window] : window;
  return needed.filter((part) => 'reason' in reported(series, part));
}

/**
 * The twelve months that end with a period: added up (`sum`), averaged (`mean`; shares as sum of numerators over sum of
 * denominators when every part has them) or the value itself (`last`). Every part must be there on one side of each
 * break. Year-to-date figures are differenced first. Throws `rolling.refused` for aggregation `none`, irregular or
 * other cadence.
 */
export function rollingTwelveMonths(series: readonly SeriesPart[], period: Period, rules: RollingRules): Rolling {
  const { aggregation, cadence } = rules;
  if (aggregation === 'none' || cadence === 'irregular' || period.cadence !== periodCadence(cadence)) {
    throw new DomainError('rolling.refused', { aggregation, cadence, period: period.cadence });
  }
  if (aggregation === 'last') {
    const found = reported(series, period);
    return 'reason' in found ? found : { value: fromMillionths(found.value) };
  }
  const found = rollingWindow(period).map((part) => partOf(series, part, { ...rules, until: period }));
  return found.find((part) => 'reason' in part) ?? combine(found.filter(isFigure), rules);
}

function isFigure(found: Found): found is Amounts {
  return !('reason' in found);
}

function combine(parts: readonly Amounts[], { aggregation, per = 100 }: RollingRules): Rolling {
  if (aggregation === 'mean' && parts.every((part) => part.numerator !== undefined && part.denominator !== undefined)) {
    const denominator = sum(parts.map((part) => part.denominator ?? 0n));
    if (denominator <= 0n) return { reason: 'missing', missing: 'not-applicable' };
    return { value: (Number(sum(parts.map((part) => part.numerator ?? 0n))) * per) / Number(denominator) };
  }
  const total = sum(parts.map((part) => part.value));
  return { value: fromMillionths(total, aggregation === 'mean' ? BigInt(parts.length) : 1n) };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** What one period holds by itself, differenced when the series accumulates over the year. */
function partOf(series: readonly SeriesPart[], period: Period, rules: RollingRules & { readonly until: Period }): Found {
  const accumulates = rules.reporting === 'year-to-date' && period.part > 1;
  const needed = accumulates ? shiftPeriod(period, -1) : period;
  if (breakBetween(needed, rules.until, rules.breaks)) return { reason: 'series-break' };
  const own = reported(series, period);
  if (!accumulates || 'reason' in own) return own;
  const before = reported(series, needed);
  return 'reason' in before ? before : difference(own, before, rules.aggregation === 'mean' ? period.part : 1);
}

/** A mean of the year so far weighs its parts alike, so k means make the sum that is differenced. */
function difference(own: Amounts, before: Amounts, parts: number): Amounts {
  const [now, then] = parts > 1 ? [BigInt(parts), BigInt(parts - 1)] : [1n, 1n];
  return {
    value: own.value * now - before.value * then,
    numerator: minus(own.numerator, before.numerator),
    denominator: minus(own.denominator, before.denominator),
  };
}

function minus(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function reported(series: readonly SeriesPart[], period: Period): Found {
  const part = series.find((candidate) => isSamePeriod(candidate.period, period));
  if (part?.value === undefined) return { reason: 'missing', missing: part?.missing };
  return {
    value: toMillionths(part.value),
    numerator: millionths(part.numerator),
    denominator: millionths(part.denominator),
  };
}

function millionths(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : toMillionths(value);
}
