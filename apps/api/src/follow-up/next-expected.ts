import type { IndicatorPageView, OverviewView } from '@slusen/contracts';
import {
  awaitedText,
  awaitedValue,
  awaitedValues,
  comparePeriods,
  isOnlyPerLocality,
  overdueDate,
  periodCode,
  type AwaitedValue,
  type IsoDate,
  type Language,
  type Period,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { PublicSeries } from './public-series.js';

type LateValue = OverviewView['areas'][number]['goals'][number]['indicators'][number]['late'];
type Series = Pick<PublicSeries, 'observations'>;

/**
 * The value of a series that is waited for, the day it is due and whether that has passed: the earliest that never came, else the next to
 * come; undefined when none is to come, as of the total of an indicator that is reported by locality.
 */
export function waitingFor({ rules, perLocality }: Indicator, { observations }: Series, today: IsoDate): AwaitedValue | undefined {
  if (isOnlyPerLocality({ perLocality, observations })) return undefined;
  return awaitedValue(
    rules,
    observations.map(({ period }) => period),
    today,
  );
}

/** The same of an indicator without a total: what no locality has a figure for. */
export function waitingForLocalities({ rules }: Indicator, localities: readonly Series[], today: IsoDate): AwaitedValue | undefined {
  const periods = localities.flatMap(({ observations }) => observations.map(({ period }) => period));
  return awaitedValue(rules, periods, today);
}

/** Every value of an indicator that is waited for until a day, also those that its page does not name; `series` is its total or its localities. */
export function allWaitedFor(
  { rules }: Indicator,
  series: readonly Series[],
  days: { readonly today: IsoDate; readonly until: IsoDate },
): readonly AwaitedValue[] {
  const periods = series.flatMap(({ observations }) => observations.map(({ period }) => period));
  return awaitedValues(rules, periods, days);
}

/** The value that is overdue, how many days, and who answers for it. */
export function lateValue({ owner, rules }: Indicator, waiting: AwaitedValue | undefined): LateValue {
  if (waiting?.state !== 'overdue') return undefined;
  return { period: periodCode(waiting.period), reporting: rules.reporting, days: waiting.daysLate, owner: owner?.name };
}

/**
 * What is waited for, as it is shown: with it what comes after the `latest` figure, since a hole that was left before that is no next value.
 */
export function nextExpectedView(
  { rules }: Indicator,
  waiting: AwaitedValue | undefined,
  { latest, today }: { readonly latest: Period | undefined; readonly today: IsoDate },
): IndicatorPageView['nextExpected'] {
  if (!waiting) return undefined;
  const { period, date, state } = waiting;
  const isHole = latest !== undefined && comparePeriods(period, latest) < 0;
  const next = isHole ? awaitedValue(rules, [latest], today) : undefined;
  return {
    ...{ period: periodCode(period), date, state, lateSince: lateSince(waiting, rules), told: awaitedTold(waiting, rules) },
    ...(next && { afterLatest: awaitedTold(next, rules) }),
  };
}

/** What is waited for and when, in words. */
export function awaitedTold(waiting: AwaitedValue, rules: Indicator['rules']): Record<Language, string> {
  const when = { isDue: waiting.state === 'due', lateSince: lateSince(waiting, rules) };
  const told = (language: Language): string => awaitedText({ ...waiting, reporting: rules.reporting }, when, language);
  return { sv: told('sv'), en: told('en') };
}

function lateSince({ state, period }: AwaitedValue, rules: Indicator['rules']): IsoDate | undefined {
  return state === 'overdue' ? overdueDate(period, rules) : undefined;
}
