import type { IndicatorPageView, OverviewView } from '@slusen/contracts';
import { comparePeriods, daysBetween, dueState, isOnlyPerLocality, nextExpected, overdueDate, periodCode, type DueState, type IsoDate, type Period } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { PublicSeries } from './goal-follow-up.js';

type LateValue = OverviewView['areas'][number]['goals'][number]['indicators'][number]['late'];

interface Waiting {
  readonly period: Period;
  readonly date: IsoDate;
  readonly state: DueState;
}

/**
 * Of a series with its oldest figure first the value that is waited for, the day it is due and whether that has passed;
 * undefined when none is to come, as of the total of an indicator that is reported by locality.
 */
export function waitingFor(indicator: Indicator, series: Pick<PublicSeries, 'observations'>, today: IsoDate): Waiting | undefined {
  if (isOnlyPerLocality({ perLocality: indicator.perLocality, observations: series.observations })) return undefined;
  return waitingAfter(indicator, series.observations.at(-1)?.period, today);
}

/** The same of an indicator without a total: what is waited for after the latest figure of any locality. */
export function waitingForLocalities(indicator: Indicator, localities: readonly Pick<PublicSeries, 'observations'>[], today: IsoDate): Waiting | undefined {
  const latest = localities.flatMap(({ observations }) => observations.map(({ period }) => period)).sort(comparePeriods).at(-1);
  return waitingAfter(indicator, latest, today);
}

function waitingAfter({ rules }: Indicator, latest: Period | undefined, today: IsoDate): Waiting | undefined {
  const next = nextExpected(rules, latest, today);
  return next && { ...next, state: dueState(next.period, rules, today) };
}

/** The value that is overdue, the days since the last one it could have come in time, and who answers for it. */
export function lateValue({ rules, owner }: Indicator, waiting: Waiting | undefined, today: IsoDate): LateValue {
  if (waiting?.state !== 'overdue') return undefined;
  return { period: periodCode(waiting.period), days: daysBetween(overdueDate(waiting.period, rules), today) + 1, owner: owner?.name };
}

/** The same as it is shown. */
export function nextExpectedView(waiting: Waiting | undefined): IndicatorPageView['nextExpected'] {
  return waiting && { ...waiting, period: periodCode(waiting.period) };
}
