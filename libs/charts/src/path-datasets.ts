import { type ChartLook } from './look.js';
import { lastValued } from './segments.js';
import {
  type PathPoint,
  type SeriesChartInput,
  type SeriesDataset,
  type SeriesDatum,
  type TargetLine,
} from './series.js';
import { type TimeAxis } from './time-axis.js';

/** How far a path stops on each side of a series break, as a share of the time shown. */
const CUT = 0.008;

/** The target path, dashed; no line across a series break, as the two sides cannot be compared. */
export function targetDataset(target: TargetLine, input: SeriesChartInput, { axis, look }: Drawing): SeriesDataset {
  const data = cutAtBreaks(target, input, axis);
  const ends = data.map(({ x }) => x === target.path.at(-1)?.position);
  return {
    ...pathDataset(target, data),
    borderColor: look.colours.target,
    borderWidth: 2,
    borderDash: [7, 5],
    pointRadius: ends.map((isEnd) => (isEnd ? 4 : 0)),
    pointStyle: 'rectRot',
    pointBackgroundColor: look.colours.target,
    pointBorderWidth: 0,
    order: 2,
  };
}

/** An earlier target: still there, but faint. */
export function ghostDataset(ghost: TargetLine, input: SeriesChartInput, { axis, look }: Drawing): SeriesDataset {
  return {
    ...pathDataset(ghost, cutAtBreaks(ghost, input, axis)),
    borderColor: look.colours.ghost,
    borderWidth: 1.25,
    borderDash: [2, 4],
    pointRadius: 0,
    order: 4,
  };
}

/** The value being typed: a ring, joined to the value before it unless a series break lies between them. */
export function draftDataset(input: SeriesChartInput, { look }: Drawing): SeriesDataset | undefined {
  const { draft, breaks, points } = input;
  if (!draft) return undefined;
  const before = lastValued(points.filter(({ position }) => position < draft.position));
  const isCut = !before || breaks.some(({ position }) => position > before.position && position <= draft.position);
  const { line, ground } = look.colours;
  const ring = { x: draft.position, y: draft.value };
  return {
    type: 'line',
    label: input.title,
    data: isCut ? [ring] : [{ x: before.position, y: before.value }, ring],
    borderColor: line,
    borderWidth: 1.5,
    borderDash: [3, 3],
    pointRadius: isCut ? [7] : [0, 7],
    pointBorderColor: line,
    pointBorderWidth: 3,
    pointBackgroundColor: ground,
    clip: false,
    order: 0,
  };
}

interface Drawing {
  readonly axis: TimeAxis;
  readonly look: ChartLook;
}

function pathDataset(target: TargetLine, data: SeriesDatum[]): SeriesDataset {
  return {
    type: 'line',
    label: target.label,
    data,
    spanGaps: false,
    stepped: target.step ? 'before' : false,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    clip: false,
  };
}

/** The points of a path, with a hole at every series break that it would cross. */
function cutAtBreaks({ path, step }: TargetLine, { breaks, points }: SeriesChartInput, axis: TimeAxis): SeriesDatum[] {
  const gap = (axis.max - axis.min) * CUT;
  const cuts = breaks.map(({ position }) => cutPosition(position, points)).sort((a, b) => a - b);
  return path.flatMap((to, index) => {
    const end = { x: to.position, y: to.value };
    const from = path[index - 1];
    if (!from) return [end];
    const at = (x: number): SeriesDatum => ({ x, y: step ? from.value : between(from, to, x) });
    const crossed = cuts.filter((x) => x > from.position && x < to.position);
    return [...crossed.flatMap((x) => [at(x - gap), { x, y: null }, at(x + gap)]), end];
  });
}

function between(from: PathPoint, to: PathPoint, position: number): number {
  return from.value + ((to.value - from.value) * (position - from.position)) / (to.position - from.position);
}

/** Where a break is drawn: halfway between the last period before it and the first after it. */
export function cutPosition(position: number, points: SeriesChartInput['points']): number {
  const before = points.findLast((point) => point.position < position)?.position;
  const after = points.find((point) => point.position >= position)?.position ?? position;
  return before === undefined ? after : (before + after) / 2;
}
