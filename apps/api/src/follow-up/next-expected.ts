import type { IndicatorPageView, OverviewView } from '@slusen/contracts';
import {
  addDays,
  awaitedText,
  awaitedValue,
  awaitedValues,
  comparePeriods,
  isOnlyPerLocality,
  periodCode,
  type AwaitedValue,
  type IsoDate,
  type Language,
  type Period,
  type RoundsByDay,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { PublicSeries } from './public-series.js';

type LateValue = OverviewView['areas'][number]['goals'][number]['indicators'][number]['late'];
/** The rounds that say when figures become public, and the day it is. */
interface Plan {
  readonly rounds: RoundsByDay;
  readonly today: IsoDate;
}

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
  { rounds, today, until }: Plan & { readonly until: IsoDate },
): readonly AwaitedValue[] {
  const periods = series.flatMap(({ observations }) => observations.map(({ period }) => period));
  const planned = awaitedValues(rules, periods, { today, until }).map((waiting) => rounds.asPlanned(waiting, rules, today));
  return planned.filter(({ date }) => date <= until);
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
  { latest, rounds, today }: Plan & { readonly latest: Period | undefined },
): IndicatorPageView['nextExpected'] {
  if (!waiting) return undefined;
  const planned = rounds.asPlanned(waiting, rules, today);
  const { period, date, state } = planned;
  const isHole = latest !== undefined && comparePeriods(period, latest) < 0;
  const next = isHole ? awaitedValue(rules, [latest], today) : undefined;
  return {
    ...{ period: periodCode(period), date, state, lateSince: lateSince(planned, today), told: awaitedTold(planned, rules, today) },
    ...(next && { afterLatest: awaitedTold(rounds.asPlanned(next, rules, today), rules, today) }),
  };
}

/** What is waited for and when, in words. */
export function awaitedTold(waiting: AwaitedValue, { reporting }: Indicator['rules'], today: IsoDate): Record<Language, string> {
  const when = { isDue: waiting.state === 'due', lateSince: lateSince(waiting, today) };
  const told = (language: Language): string => awaitedText({ ...waiting, reporting }, when, language);
  return { sv: told('sv'), en: told('en') };
}

function lateSince({ state, daysLate }: AwaitedValue, today: IsoDate): IsoDate | undefined {
  return state === 'overdue' ? addDays(today, 1 - daysLate) : undefined;
}
