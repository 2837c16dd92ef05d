import type { EntryForm } from '@slusen/contracts';
import {
  expectedAt,
  isSamePeriod,
  rollingTwelveMonths,
  roundTo,
  type EntryFigure,
  type IndicatorRules,
  type Period,
  type SeriesPart,
  type Target,
} from '@slusen/domain';

/** A figure that is being entered, and the series it would become a part of. */
export interface Awaiting {
  readonly series: readonly SeriesPart[];
  readonly period: Period;
  readonly figure: Pick<EntryFigure, 'value' | 'missing'> | undefined;
  readonly rules: IndicatorRules;
}

/** The twelve months that end with the period as they will be when the figure counts; nothing where no target asks for them. */
export function twelveMonths(target: Target | undefined, { series, period, figure, rules }: Awaiting): EntryForm['twelveMonths'] {
  if (target?.measure !== 'rolling-12-months') return undefined;
  const others = series.filter((part) => !isSamePeriod(part.period, period));
  const { value } = rollingTwelveMonths(figure ? [...others, partOf(period, figure)] : series, period, rules);
  return {
    value: value === undefined ? undefined : roundTo(value, rules.decimals),
    expected: expectedAt(target, period),
    isExample: target.isExample,
  };
}

/** A draft that says nothing yet is as good as a figure nobody has reported. */
function partOf(period: Period, { value, missing }: NonNullable<Awaiting['figure']>): SeriesPart {
  return value === undefined ? { period, missing: missing ?? 'not-yet-published' } : { period, value };
}
