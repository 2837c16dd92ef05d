/** A cell by where it stands. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** From where a selection was begun to where it has come: the cell that keys go to. */
export interface Selection {
  readonly anchor: Place;
  readonly focus: Place;
}

/** A rectangle of cells, its edges included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a key leads. */
export type Move =
  'up' | 'down' | 'left' | 'right' | 'top' | 'bottom' | 'row-start' | 'row-end' | 'first' | 'last' | 'page-up' | 'page-down';

/** One cell by itself. */
export const selectionAt = (place: Place): Selection => ({ anchor: place, focus: place });

/** Everything. */
export const wholeOf = ({ rows, columns }: Size): Selection => ({
  anchor: { row: 0, column: 0 },
  focus: { row: rows - 1, column: columns - 1 },
});

/** The rectangle that a selection covers. */
export function blockOf({ anchor, focus }: Selection): Block {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** The places of a rectangle, row by row. */
export function placesIn({ top, left, bottom, right }: Block): Place[] {
  const columns = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * columns }, (_, at) => ({
    row: top + Math.floor(at / columns),
    column: left + (at % columns),
  }));
}

/** Whether a place lies within a rectangle. */
export function isIn({ top, left, bottom, right }: Block, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The place within the sheet that is nearest. */
export function within({ row, column }: Place, { rows, columns }: Size): Place {
  const clamped = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));
  return { row: clamped(row, rows), column: clamped(column, columns) };
}

/** Where a move leads from a place; never out of the sheet. `page` is how many rows are in sight. */
export function movedFrom({ row, column }: Place, move: Move, { size, page }: { readonly size: Size; readonly page: number }): Place {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const places: Readonly<Record<Move, Place>> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    top: { row: 0, column },
    bottom: { row: lastRow, column },
    'row-start': { row, column: 0 },
    'row-end': { row, column: lastColumn },
    first: { row: 0, column: 0 },
    last: { row: lastRow, column: lastColumn },
    'page-up': { row: row - page, column },
    'page-down': { row: row + page, column },
  };
  return within(places[move], size);
}

/** The next place in reading order, or the one before; nothing beyond the ends, where the keyboard goes on outside. */
export function nextPlace({ row, column }: Place, step: 1 | -1, { rows, columns }: Size): Place | undefined {
  const at = row * columns + column + step;
  return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns };
}

/** The key that leads somewhere, as the browser names it, with Ctrl (or ⌘) or without. */
export function moveOf(key: string, isCommand: boolean): Move | undefined {
  const [plain, commanded] = KEYS[key] ?? [];
  return isCommand ? commanded : plain;
}

const KEYS: Readonly<Record<string, readonly [plain: Move, commanded: Move]>> = {
  ArrowUp: ['up', 'top'],
  ArrowDown: ['down', 'bottom'],
  ArrowLeft: ['left', 'row-start'],
  ArrowRight: ['right', 'row-end'],
  Home: ['row-start', 'first'],
  End: ['row-end', 'last'],
  PageUp: ['page-up', 'page-up'],
  PageDown: ['page-down', 'page-down'],
};
