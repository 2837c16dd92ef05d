/** The measures of a sheet, in CSS pixels: all cells are of one size, so that what is in sight is known without asking the browser. */
export const CELL = { width: 112, height: 40 } as const;
/** So many rows and columns beyond the edges are drawn too, so that a quick hand does not come to empty paper. */
const BEYOND = 4;

/** What part of a sheet is in sight. */
export interface Port {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The rows, or columns, that are to be drawn: from the first to before the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which of so many lines of one size lie in sight, and a few more. */
export function spanOf(
  count: number,
  { start, length, size }: { readonly start: number; readonly length: number; readonly size: number },
): Span {
  const from = Math.max(0, Math.floor(start / size) - BEYOND);
  return { from, to: Math.min(count, Math.ceil((start + length) / size) + BEYOND) };
}

/** How far to scroll so that a line lies in sight, as little as possible. */
export function scrolledTo(
  at: number,
  { start, length, size }: { readonly start: number; readonly length: number; readonly size: number },
): number {
  return Math.max(at * size + size - length, Math.min(start, at * size));
}
