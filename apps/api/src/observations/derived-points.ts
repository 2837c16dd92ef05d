import type { SeriesPoint } from '@slusen/contracts';
import { derivedSeries, periodCode, type Observation } from '@slusen/domain';
import type { DerivedIndicator } from './derivation-memory.js';
import { observationOf } from './recorded-series.query.js';

/** The points of a derived series, computed from those of its parts in their order; none where a part has no series. */
export function derivedPoints({ formula, source, isExample }: DerivedIndicator, parts: readonly (readonly SeriesPoint[])[]): SeriesPoint[] {
  const series = formula.parts.map(({ rules }, at) => ({ rules, observations: (parts[at] ?? []).map(observationOf) }));
  const publishedAt = publications(parts);
  return derivedSeries({ kind: formula.kind, source: source.name, isExample }, series).map((observation) => {
    const point = pointOf(observation);
    const at = publishedAt.get(point.period);
    return at !== undefined && at > point.recordedAt ? { ...point, publishedAt: at } : point;
  });
}

/** When the public got the last part of each period. */
function publications(parts: readonly (readonly SeriesPoint[])[]): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { period, publishedAt, recordedAt } of parts.flat()) {
    const at = publishedAt ?? recordedAt;
    if (at > (latest.get(period) ?? '')) latest.set(period, at);
  }
  return latest;
}

function pointOf({ period, approvedBy: _, ...observation }: Observation): SeriesPoint {
  return { ...observation, period: periodCode(period) };
}
