import type { SeriesPoint } from '@slusen/contracts';
import { countedSeries, isMeasuredIn, periodCode, type CountingRules, type Observation } from '@slusen/domain';
import { observationOf } from '../observations/recorded-series.query.js';

/** A public series: as it travels, and what the rules say of it. */
export interface PublicSeries {
  /** Every point, oldest first; marked where its period is going on. */
  readonly points: readonly SeriesPoint[];
  /** Those that count, oldest first: all that is said of the indicator rests on them. */
  readonly observations: readonly Observation[];
  /** The others of its cadence, oldest first. */
  readonly apart: readonly Observation[];
}

/** A series without a public figure. */
export const NO_SERIES: PublicSeries = { points: [], observations: [], apart: [] };

/** A series as the rules read it, beside the points it came from: the one place where what counts is told from what does not. */
export function publicSeries(points: readonly SeriesPoint[], rules: CountingRules): PublicSeries {
  const { counting, apart } = countedSeries(points.map(observationOf), rules);
  const told = apart.filter(({ period }) => isMeasuredIn(period, rules));
  if (told.length === 0) return { points, observations: counting, apart: told };
  // A figure, not only the word that there is none yet, of a period that was not over when it was recorded.
  const ongoing = new Set(told.filter(({ missing }) => missing !== 'not-yet-published').map(({ period }) => periodCode(period)));
  const marked = points.map((point) => (ongoing.has(point.period) ? { ...point, isOngoing: true } : point));
  return { points: marked, observations: counting, apart: told };
}
