import type { EntryForm } from '@slusen/contracts';
import {
  counts,
  isSamePeriod,
  rollingTwelveMonths,
  roundTo,
  type EntryFigure,
  type IndicatorRules,
  type Instant,
  type Measured,
  type Observation,
  type Period,
} from '@slusen/domain';

/** A figure that is being entered, and the series it would become a part of. */
export interface Awaiting {
  /** The public revisions that count. */
  readonly series: readonly Observation[];
  readonly period: Period;
  readonly figure: Pick<EntryFigure, 'value' | 'missing' | 'numerator' | 'denominator' | 'quality' | 'answers'> | undefined;
  /** When it would be recorded. */
  readonly at: Instant;
  readonly rules: IndicatorRules;
}

/** The twelve months that end with the period, with the figure in them where it counts: no sum has a part of a month that goes on. */
export function twelveMonths({ series, period, figure, at, rules }: Awaiting): NonNullable<EntryForm['twelveMonths']> {
  const others = series.filter((part) => !isSamePeriod(part.period, period));
  const own = figure && {
    ...measuredOf(figure),
    ...shareIn(figure),
    period,
    quality: figure.quality,
    recordedAt: at,
    finalEarly: isAnsweredFor(figure),
  };
  const counting = own && counts(own, rules) ? [own] : [];
  const { value } = rollingTwelveMonths(own ? [...others, ...counting] : series, period, rules);
  return { value: value === undefined ? undefined : roundTo(value, rules.decimals) };
}

/** A draft that says nothing yet is as good as a figure nobody has reported. */
function measuredOf({ value, missing }: NonNullable<Awaiting['figure']>): Measured {
  return value === undefined ? { missing: missing ?? 'not-yet-published' } : { value };
}

/** What a share is made of, so that the twelve months are a share too and no mean of shares. */
function shareIn({ numerator, denominator }: NonNullable<Awaiting['figure']>): Pick<EntryFigure, 'numerator' | 'denominator'> {
  return { numerator, denominator };
}

/** Whether it says why it is final already, where it is. */
function isAnsweredFor({ answers }: NonNullable<Awaiting['figure']>): boolean {
  return answers.some(({ kind }) => kind === 'early');
}
