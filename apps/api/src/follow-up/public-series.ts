import type { SeriesPoint } from '@slusen/contracts';
import { countedSeries, counts, isMeasuredIn, type CountingRules, type Observation } from '@slusen/domain';
import { observationOf } from '../observations/series.query.js';

/** A public series: as it travels, and what the rules say of it. */
export interface PublicSeries {
  /** Every point, oldest first; marked where its period is going on. */
  readonly points: readonly SeriesPoint[];
  /** Those that count, oldest first: all that is said of the indicator rests on them. */
  readonly observations: readonly Observation[];
}

/** A series without a public figure. */
export const NO_SERIES: PublicSeries = { points: [], observations: [] };

/** A series as the rules read it, beside the points it came from: the one place where what counts is told from what does not. */
export function publicSeries(points: readonly SeriesPoint[], rules: CountingRules): PublicSeries {
  const { counting } = countedSeries(points.map(observationOf), rules);
  if (counting.length === points.length) return { points, observations: counting };
  return { points: points.map((point) => (isOngoing(point, rules) ? { ...point, isOngoing: true } : point)), observations: counting };
}

/** A figure, not only the word that there is none yet, of a period that was not over when it was recorded. */
function isOngoing(point: SeriesPoint, rules: CountingRules): boolean {
  const observation = observationOf(point);
  return observation.missing !== 'not-yet-published' && isMeasuredIn(observation.period, rules) && !counts(observation, rules);
}
