import { monthsIn, parsePeriod } from '@slusen/domain';
import { type SeriesChartInput, type SeriesDatum, type SeriesPoint } from './series.js';

/** A datum and the point of the input it draws; none where a gap was put in. */
export interface SegmentItem {
  readonly datum: SeriesDatum;
  readonly index: number | undefined;
}

type Drawn = Pick<SeriesChartInput, 'points' | 'breaks' | 'isIrregular'>;

/** An unbroken stretch of a series. */
export type Segment = readonly SegmentItem[];

/** The stretches between series breaks that have points, with a null wherever no line may be drawn; what is going on stands apart. */
export function segmentsOf({ points, breaks, isIrregular }: Drawn): readonly Segment[] {
  const stretches = new Map<string, SegmentItem[]>();
  points.forEach((point, index) => {
    const number = breaks.filter(({ position }) => position <= point.position).length;
    const key = point.isOngoing ? `ongoing ${index}` : `${number}`;
    const stretch = stretches.get(key) ?? [];
    const before = points[stretch.at(-1)?.index ?? -1];
    if (before && !isIrregular && leavesOut(before, point)) {
      stretch.push({ datum: { x: (before.position + point.position) / 2, y: null }, index: undefined });
    }
    stretch.push({ datum: { x: point.position, y: point.value }, index });
    stretches.set(key, stretch);
  });
  return [...stretches.values()];
}

/** Whether a period lies between the two that nobody listed. */
function leavesOut(before: SeriesPoint, point: SeriesPoint): boolean {
  return point.position - before.position > monthsIn(parsePeriod(point.period).cadence);
}

/** Where Chart.js keeps a point of the input: for `setActiveElements` when someone moves from point to point. */
export function locatePoint(input: Drawn, index: number): { readonly datasetIndex: number; readonly index: number } | undefined {
  for (const [datasetIndex, segment] of segmentsOf(input).entries()) {
    const found = segment.findIndex((item) => item.index === index);
    if (found >= 0) return { datasetIndex, index: found };
  }
  return undefined;
}

/** Whether neither neighbour is joined to it by a line, so that only a mark of its own can show it. */
export function isIsolated(segment: Segment, at: number): boolean {
  const hasValue = (item: SegmentItem | undefined): boolean => item !== undefined && item.datum.y !== null;
  return hasValue(segment[at]) && !hasValue(segment[at - 1]) && !hasValue(segment[at + 1]);
}

/** The last point that has a value, what is going on apart. */
export function lastValued(points: readonly SeriesPoint[]): (SeriesPoint & { readonly value: number }) | undefined {
  return points.findLast((point): point is SeriesPoint & { readonly value: number } => point.value !== null && !point.isOngoing);
}

/** The number of months between the two nearest points; 12 when there is only one. */
export function nearestSpacing(points: readonly SeriesPoint[]): number {
  const gaps = points.slice(1).map((point, index) => point.position - (points[index]?.position ?? 0));
  const real = gaps.filter((gap) => gap > 0);
  return real.length > 0 ? Math.min(...real) : 12;
}
