import { type ChartLook } from './look.js';
import { isIsolated, nearestSpacing, type Segment, type SegmentItem, segmentsOf } from './segments.js';
import { type SeriesChartInput, type SeriesDataset } from './series.js';
import { type TimeAxis } from './time-axis.js';

/** What the marks of one chart share. */
interface Marks {
  readonly look: ChartLook;
  /** Pixels between two neighbouring periods. */
  readonly spacing: number;
}

/** The measured values: one dataset per unbroken stretch, so that no line can cross a series break. */
export function valueDatasets(input: SeriesChartInput, axis: TimeAxis, look: ChartLook): SeriesDataset[] {
  const spacing = (nearestSpacing(input.points) / (axis.max - axis.min)) * look.width * 0.86;
  const segments = segmentsOf(input);
  const latest = segments.findLastIndex((segment) => !segment.some(({ index }) => index !== undefined && input.points[index]?.isOngoing));
  return segments.map((segment, number) => {
    const marks = { look, spacing };
    if (input.kind === 'bars') return barDataset(input, segment, marks);
    return lineDataset(input, { segment, isLatest: number === latest }, marks);
  });
}

function lineDataset(
  { title, points }: SeriesChartInput,
  { segment, isLatest }: { segment: Segment; isLatest: boolean },
  { look, spacing }: Marks,
): SeriesDataset {
  const ordinary = spacing >= 14 ? 3 : spacing >= 9 ? 2 : 0;
  const lastAt = isLatest ? segment.findLastIndex(({ datum }) => datum.y !== null) : -1;
  const radius = segment.map((item, at) => {
    if (at === lastAt || isHollow(points, item)) return Math.max(ordinary + 1, 3.5);
    return isIsolated(segment, at) ? Math.max(ordinary, 2.5) : ordinary;
  });
  const { line, ground } = look.colours;
  return {
    type: 'line',
    label: title,
    data: segment.map(({ datum }) => datum),
    borderColor: line,
    borderWidth: look.narrow ? 2 : 2.5,
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
    spanGaps: false,
    pointRadius: radius,
    pointHoverRadius: radius.map((size) => Math.max(size + 2, 5)),
    pointHitRadius: 12,
    pointBorderColor: line,
    pointBorderWidth: segment.map((item) => (isHollow(points, item) ? 2 : 0)),
    pointBackgroundColor: segment.map((item) => (isHollow(points, item) ? ground : line)),
    pointHoverBackgroundColor: segment.map((item) => (isHollow(points, item) ? ground : line)),
    pointHoverBorderColor: look.colours.ink,
    clip: false,
    order: 1,
  };
}

function barDataset({ title, points }: SeriesChartInput, segment: Segment, { look, spacing }: Marks): SeriesDataset {
  const { line, ground } = look.colours;
  return {
    type: 'bar',
    label: title,
    data: segment.map(({ datum }) => datum),
    backgroundColor: segment.map((item) => (isHollow(points, item) ? ground : line)),
    borderColor: line,
    borderWidth: segment.map((item) => (isHollow(points, item) ? 1.5 : 0)),
    hoverBorderColor: look.colours.ink,
    hoverBorderWidth: 2,
    barThickness: Math.max(2, Math.min(spacing * 0.7, 44)),
    // Zero is a value: it must not look like a missing one.
    minBarLength: 2,
    grouped: false,
    clip: false,
    order: 3,
  };
}

/** What is drawn hollow. */
function isHollow(points: SeriesChartInput['points'], { index }: SegmentItem): boolean {
  const point = index === undefined ? undefined : points[index];
  return point !== undefined && (point.quality !== 'final' || point.isOngoing === true);
}
