import type { IndicatorPageView } from '@slusen/contracts';
import { dueState, nextExpected, periodCode, type DueState, type IsoDate, type Period } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { PublicSeries } from './goal-follow-up.js';

interface Waiting {
  readonly period: Period;
  readonly date: IsoDate;
  readonly state: DueState;
}

/** Of a series with its oldest figure first the value that is waited for, the day it is due and whether that has passed; undefined when none is to come. */
export function waitingFor({ rules }: Indicator, { observations }: Pick<PublicSeries, 'observations'>, today: IsoDate): Waiting | undefined {
  const next = nextExpected(rules, observations.at(-1)?.period, today);
  return next && { ...next, state: dueState(next.period, rules, today) };
}

/** The same as it is shown. */
export function nextExpectedView(waiting: Waiting | undefined): IndicatorPageView['nextExpected'] {
  return waiting && { ...waiting, period: periodCode(waiting.period) };
}
