import { type SeriesBreak } from '../indicator/indicator.js';
import { comparePeriods, periodPosition, type Period } from '../time/period.js';
import { sameSeason } from '../time/same-season.js';
import { type Measured } from '../value/value.js';
import { fitPace } from './pace.js';
import { project, type Limits } from './projection.js';
import { yearlyValues } from './yearly.js';

/** One series of the past to try the method on. */
export interface PastSeries extends Limits {
  readonly points: readonly (Measured & { readonly period: Period })[];
  readonly breaks?: readonly SeriesBreak[];
}

/** How often the 80 % interval held; `share` is absent without a single case to try. */
export interface Coverage {
  readonly cases: number;
  readonly held: number;
  readonly share?: number | undefined;
}

/**
 * Stands at every value of every series in turn, looks so many years ahead knowing only what came before, and counts how
 * often the value that came lay in the 80 % interval. Only values on the same side of every break are compared.
 * @internal
 */
export function coverage(series: readonly PastSeries[], horizon: number): Coverage {
  const outcomes = series.flatMap((past) => outcomesOf(past, horizon));
  const held = outcomes.filter(Boolean).length;
  const cases = outcomes.length;
  return cases === 0 ? { cases, held } : { cases, held, share: held / cases };
}

function outcomesOf({ points, breaks = [], min, max }: PastSeries, horizon: number): readonly boolean[] {
  return points.flatMap(({ period: origin, value }) => {
    const months = periodPosition(origin) + 12 * horizon;
    const later = sameSeason(points, origin, breaks).find(({ period }) => periodPosition(period) === months);
    if (value === undefined || !later) return [];
    const known = points.filter(({ period }) => comparePeriods(period, origin) <= 0);
    const model = fitPace(yearlyValues(known, breaks));
    if (typeof model === 'string') return [];
    const { low, high } = project(model, horizon, { min, max });
    return [low <= later.value && later.value <= high];
  });
}
