import { ImportFault } from '../import-fault.js';

/** Rows that a wide table can have. */
const ROWS = 2 ** 20;
const MOST_COLUMNS = 2 ** 11 - 2;

/** A cell of a wide table, its column counted from 0. */
export interface WideCell {
  readonly row: number;
  readonly column: number;
}

/**
 * The number by which a figure of a wide table is known among those of its row, and its cell is found again: below nought, where no row of a file
 * is. Throws ImportFault for a table that has no such numbers left.
 */
export function cellNumber({ row, column }: WideCell): number {
  if (row >= ROWS || column > MOST_COLUMNS)
    throw new ImportFault({ row, code: 'file.too-large', facts: { rows: ROWS, columns: MOST_COLUMNS } });
  return -((column + 1) * ROWS + row);
}

/** The row of such a number, and its column where it has one. */
export function cellOf(number: number): { readonly row: number; readonly column?: number } {
  return number >= 0 ? { row: number } : { row: -number % ROWS, column: Math.floor(-number / ROWS) - 1 };
}
