/** A row of a file as it is written there: cells in the order of its columns. */
export interface WrittenRow {
  /** Its number in the file, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}
