import type { IndicatorPageView, OverviewView } from '@slusen/contracts';
import {
  arrivalOf,
  awaitedText,
  awaitedUntil,
  awaitedValues,
  comparePeriods,
  dueDate,
  earlierHoles,
  earlierHoleText,
  isOnlyPerLocality,
  LANGUAGES,
  lateText,
  overdueDate,
  periodCode,
  type AwaitedValue,
  type IsoDate,
  type Language,
  type Period,
  type PeriodRun,
  type RoundsByDay,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { PublicSeries } from './public-series.js';

type LateView = OverviewView['areas'][number]['goals'][number]['indicators'][number]['late'];
type AwaitedView = NonNullable<IndicatorPageView['nextExpected']>;

/** The rounds that say when figures become public, and the day it is. */
export interface Plan {
  readonly rounds: RoundsByDay;
  readonly today: IsoDate;
}

type Series = Pick<PublicSeries, 'observations'>;

/** What a series waits for, beside the periods that it has figures for. */
export interface Waiting {
  readonly awaited: readonly AwaitedValue[];
  readonly reported: readonly Period[];
}

/**
 * The values of a series that are waited for: every one that never came, else the next to come; none when none is to come, as of the
 * total of an indicator that is reported by locality.
 */
export function waitingFor({ rules, perLocality }: Indicator, { observations }: Series, { rounds, today }: Plan): Waiting {
  const reported = observations.map(({ period }) => period);
  return { reported, awaited: isOnlyPerLocality({ perLocality, observations }) ? [] : planned(reported, rules, { rounds, today }) };
}

/** The same of an indicator without a total: what no locality has a figure for. */
export function waitingForLocalities({ rules }: Indicator, localities: readonly Series[], plan: Plan): Waiting {
  const reported = localities.flatMap(({ observations }) => observations.map(({ period }) => period));
  return { reported, awaited: planned(reported, rules, plan) };
}

/** A round moves the day of what it keeps back. */
function planned(reported: readonly Period[], rules: Indicator['rules'], { rounds, today }: Plan): AwaitedValue[] {
  return awaitedValues(rules, reported, today).map((waiting) => rounds.asPlanned(waiting, rules, today));
}

/** The values that are overdue, how many days, and from whom they are to come. */
export function lateView({ owner, source, ...indicator }: Indicator, { awaited, reported }: Waiting): LateView {
  const { reporting } = indicator.rules;
  const overdue = awaited.filter(({ state }) => state === 'overdue');
  if (overdue.length === 0) return undefined;
  const periods = overdue.map(({ period }) => period);
  return {
    values: overdue.map(({ period, daysLate }) => ({ period: periodCode(period), days: daysLate })),
    ...{ reporting, owner: owner?.name, arrival: arrivalOf(indicator), source: source.name },
    told: inEvery((language) => lateText(periods, { latest: latestOf(reported), reporting }, language)),
  };
}

/**
 * What is waited for, as it is shown: every value that is overdue or was left out before the latest figure, those that are not asked for any more
 * in runs, and apart from them the next one, as it would be had they come. `reported` is the whole series.
 */
export function awaitedViews(
  { rules }: Indicator,
  { awaited, reported }: Waiting,
  plan: Plan,
): Pick<IndicatorPageView, 'missingValues' | 'nextExpected'> {
  const earlier = earlierHoles(rules, reported, plan.today).map((run) => holeView(run, rules));
  if (awaited.length === 0) return { missingValues: earlier };
  const latest = latestOf(reported);
  const isMissing = ({ period, state }: AwaitedValue): boolean =>
    state === 'overdue' || (latest !== undefined && comparePeriods(period, latest) < 0);
  const missing = awaited.filter(isMissing);
  const [next] = planned([...reported, ...missing.map(({ period }) => period)], rules, plan);
  const viewOf = (value: AwaitedValue): AwaitedView => awaitedView(value, rules);
  return { missingValues: [...earlier, ...missing.map(viewOf)], nextExpected: next && viewOf(next) };
}

/** A value that is waited for, as every page tells it: what it covers, the day, and from when it is late. */
export function awaitedView({ period, date, state, lateFrom }: AwaitedValue, rules: Indicator['rules']): AwaitedView {
  const isLate = state === 'overdue';
  const about = { period, date, reporting: rules.reporting };
  const told = inEvery((language) => awaitedText(about, { isDue: state !== 'not-yet-due', isLate, lateFrom }, language));
  return { period: periodCode(period), date, state, lateSince: isLate ? lateFrom : undefined, told };
}

/** What never came and is not asked for any more, as late as its first period. */
function holeView(run: PeriodRun, rules: Indicator['rules']): AwaitedView {
  const { first, last } = run;
  return {
    ...{
      period: periodCode(first),
      until: periodCode(last),
      date: dueDate(first, rules),
      state: 'overdue',
      lateSince: overdueDate(first, rules),
    },
    told: inEvery((language) => earlierHoleText(run, rules, language)),
  };
}

/** Every value of an indicator that is waited for until a day, also those that its page does not name; `series` is its total or its localities. */
export function allWaitedFor(
  { rules }: Indicator,
  series: readonly Series[],
  { rounds, today, until }: Plan & { readonly until: IsoDate },
): readonly AwaitedValue[] {
  const reported = series.flatMap(({ observations }) => observations.map(({ period }) => period));
  const all = awaitedUntil(rules, reported, { today, until }).map((waiting) => rounds.asPlanned(waiting, rules, today));
  return all.filter(({ date }) => date <= until);
}

function latestOf(periods: readonly Period[]): Period | undefined {
  return periods.toSorted(comparePeriods).at(-1);
}

function inEvery(tell: (language: Language) => string): Record<Language, string> {
  const [sv = '', en = ''] = LANGUAGES.map(tell);
  return { sv, en };
}
