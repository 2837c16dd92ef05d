import { blockOf, placesIn, type Block, type Place, type Selection, type Size } from './grid-selection.js';

/** A text that is to stand in a cell. */
export interface Writing {
  readonly place: Place;
  readonly text: string;
}

/** What a paste writes, where it covers, and how many of its filled cells lie outside the sheet. */
export interface Pasted {
  readonly writings: readonly Writing[];
  readonly block: Block;
  readonly outside: number;
}

/**
 * A block pasted from the first cell of a selection, over and over where the selection holds it a whole number of times. Empty cells leave
 * what is there.
 */
export function pasted(block: readonly (readonly string[])[], selection: Selection, size: Size): Pasted {
  const { top, left, bottom, right } = blockOf(selection);
  const [height, width] = [block.length, Math.max(0, ...block.map((row) => row.length))];
  const [down, across] = [times(bottom - top + 1, height), times(right - left + 1, width)];
  const area = { top, left, bottom: top + height * down - 1, right: left + width * across - 1 };
  const all = placesIn(area).flatMap((place) => {
    const text = (block[(place.row - top) % height]?.[(place.column - left) % width] ?? '').trim();
    return text === '' ? [] : [{ place, text }];
  });
  const writings = all.filter(({ place }) => place.row < size.rows && place.column < size.columns);
  const covered = { ...area, bottom: Math.min(area.bottom, size.rows - 1), right: Math.min(area.right, size.columns - 1) };
  return { writings, block: covered, outside: all.length - writings.length };
}

const times = (room: number, length: number): number => (length > 0 && room % length === 0 ? room / length : 1);

/** The first row of a selection over the rows beneath it; of a single row, the one above it. */
export function filledDown(selection: Selection, textAt: (place: Place) => string): Writing[] {
  const block = blockOf(selection);
  const isOneRow = block.top === block.bottom;
  const from = isOneRow ? block.top - 1 : block.top;
  if (from < 0) return [];
  return placesIn({ ...block, top: from + 1 }).map((place) => ({ place, text: textAt({ row: from, column: place.column }) }));
}

/** Nothing in every cell of a selection. */
export function emptied(selection: Selection): Writing[] {
  return placesIn(blockOf(selection)).map((place) => ({ place, text: '' }));
}
