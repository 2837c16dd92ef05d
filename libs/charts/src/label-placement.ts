/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line in pixels that a label should not be written across. */
export interface Stroke {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Where a label may stand, seen from its point; the first is liked best. */
export type Side = 'right' | 'above' | 'below' | 'above-left' | 'below-left' | 'above-right' | 'below-right' | 'left';

/** A label that wants a place beside the point x, y. */
export interface LabelRequest {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance from the point, for the nearest place; a second one lies further off. */
  readonly gap: number;
  readonly sides: readonly Side[];
}

/** A place that was found; `isCrossed` when some line runs through it all the same. */
export interface PlacedLabel {
  readonly box: Box;
  readonly isCrossed: boolean;
}

/** How much further off the second place on each side is, in heights of the label, and what that costs. */
const STEP = 0.9;
const FURTHER = 8.5;
const ON_LABEL = 1000;
const OUTSIDE = 500;
const ON_STROKE = 14;

/**
 * Finds each label the side with the fewest lines through it, inside the frame and off the labels before it. A label
 * that could only be written over another one or outside gets no place; so the most important come first.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  strokes: readonly Stroke[],
  frame: Box,
): readonly (PlacedLabel | undefined)[] {
  const taken: Box[] = [];
  return requests.map((request) => {
    const options = placesFor(request, frame).map(({ box, rank }) => {
      const crossings = strokes.filter((stroke) => crosses(stroke, box)).length;
      const lines = Math.min(crossings, 20) * ON_STROKE;
      const bounds = (isWithin(box, frame) ? 0 : OUTSIDE) + (taken.some((other) => overlap(other, box)) ? ON_LABEL : 0);
      return { box, isCrossed: crossings > 0, cost: rank + lines + bounds };
    });
    const [best] = options.sort((a, b) => a.cost - b.cost);
    if (!best || best.cost >= OUTSIDE) return undefined;
    taken.push(best.box);
    return { box: best.box, isCrossed: best.isCrossed };
  });
}

/** All places a label may take, near and then further off, with how much less each is liked than the first. */
function placesFor(request: LabelRequest, frame: Box): readonly { box: Box; rank: number }[] {
  return [0, 1].flatMap((step) => {
    const gap = request.gap + step * STEP * request.height;
    const boxes = request.sides.map((side) => boxAt({ ...request, gap }, side, frame));
    return boxes.map((box, rank) => ({ box, rank: rank + step * FURTHER }));
  });
}

function boxAt({ x, y, width, height, gap }: LabelRequest, side: Side, frame: Box): Box {
  const isBeside = side === 'right' || side === 'left';
  const top = isBeside ? y - height / 2 : side.startsWith('above') ? y - gap - height : y + gap;
  if (side === 'right') return { left: x + gap, top, width, height };
  if (side === 'left') return { left: x - gap - width, top, width, height };
  const left = side.endsWith('left') ? x - width : side.endsWith('right') ? x : x - width / 2;
  const rightmost = frame.left + frame.width - width;
  return { left: Math.max(frame.left, Math.min(left, rightmost)), top, width, height };
}

function isWithin(box: Box, frame: Box): boolean {
  const isWide = box.left >= frame.left && box.left + box.width <= frame.left + frame.width;
  return isWide && box.top >= frame.top && box.top + box.height <= frame.top + frame.height;
}

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  const isBeside = a.left + a.width <= b.left || b.left + b.width <= a.left;
  const isAbove = a.top + a.height <= b.top || b.top + b.height <= a.top;
  return !isBeside && !isAbove;
}

/** Whether a line passes through a box: clips it against the four sides (Liang and Barsky 1984). */
export function crosses({ from, to }: Stroke, box: Box): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const sides: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.left],
    [dx, box.left + box.width - from.x],
    [-dy, from.y - box.top],
    [dy, box.top + box.height - from.y],
  ];
  let enters = 0;
  let leaves = 1;
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) enters = Math.max(enters, distance / direction);
    if (direction > 0) leaves = Math.min(leaves, distance / direction);
  }
  return enters <= leaves;
}
