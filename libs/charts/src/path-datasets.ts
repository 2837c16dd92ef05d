import { type ChartLook } from './look.js';
import { lastValued } from './segments.js';
import { type SeriesChartInput, type SeriesDataset, type TargetLine } from './series.js';

/** The target path, dashed, with a mark at the final value if it comes that far. */
export function targetDataset(target: TargetLine, look: ChartLook): SeriesDataset {
  const final = target.isCut ? undefined : target.path.at(-1);
  return {
    ...pathDataset(target),
    borderColor: look.colours.target,
    borderWidth: 2,
    borderDash: [7, 5],
    pointRadius: target.path.map((point) => (point === final ? 4 : 0)),
    pointStyle: 'rectRot',
    pointBackgroundColor: look.colours.target,
    pointBorderWidth: 0,
    order: 2,
  };
}

/** An earlier target: still there, but faint. A part of the values stands before them, whole, with a mark at each of its own. */
export function ghostDataset(ghost: TargetLine, { colours }: ChartLook): SeriesDataset {
  const { isPart } = ghost;
  return {
    ...pathDataset(ghost),
    borderColor: isPart ? colours.muted : colours.ghost,
    borderWidth: 1.25,
    ...(isPart ? { pointRadius: 2, pointBackgroundColor: colours.muted, order: 0 } : { borderDash: [2, 4], pointRadius: 0, order: 4 }),
  };
}

/** The value being typed: a ring, joined to the value before it unless a series break lies between them. */
export function draftDataset(input: SeriesChartInput, look: ChartLook): SeriesDataset | undefined {
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

function pathDataset(target: TargetLine): SeriesDataset {
  return {
    type: 'line',
    label: target.label,
    data: target.path.map(({ position, value }) => ({ x: position, y: value })),
    spanGaps: false,
    stepped: target.step ? 'before' : false,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    clip: false,
  };
}
