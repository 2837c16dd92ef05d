import type { TableHeading } from '../mapping/propose-mapping.js';
import type { Dimension } from './cube.js';
import type { WrittenRow } from './written-row.js';

/** A file as a table whose columns are called as whoever made it calls them. */
export interface FigureTable {
  readonly headings: readonly TableHeading[];
  readonly rows: AsyncIterable<readonly WrittenRow[]>;
  /** Where the figures come from, where the file says so. */
  readonly source?: string | undefined;
  /** The mark before decimals, where somebody said so. */
  readonly decimal?: ',' | '.' | undefined;
  /** Of a cube. */
  readonly dimensions?: readonly Dimension[] | undefined;
}

/** A table of rows with its headings found among them. */
export interface HeadedRows {
  readonly header: WrittenRow;
  readonly rows: AsyncGenerator<readonly WrittenRow[]>;
}

/** What tells the row of headings: names that it has, or its number. */
interface HeadingWish {
  readonly names: readonly string[];
  readonly row?: number | undefined;
}

/**
 * The headings are the row of that number, else the first that has all of these names, so that titles may stand before them; without such a row they
 * are the first.
 */
export async function withHeadings(
  parts: AsyncGenerator<readonly WrittenRow[]>,
  { names, row: wanted }: HeadingWish,
): Promise<HeadedRows | undefined> {
  let first: readonly WrittenRow[] = [];
  while (first.length === 0) {
    const { value, done } = await parts.next();
    if (done) return undefined;
    first = value;
  }
  const hasAll = ({ cells }: WrittenRow): boolean => names.every((name) => cells.includes(name));
  const isMeant = wanted === undefined ? hasAll : ({ row }: WrittenRow): boolean => row >= wanted;
  const at = Math.max(first.findIndex(isMeant), 0);
  const [header = first[0]] = first.slice(at);
  return header && { header, rows: followed(first.slice(at + 1), parts) };
}

async function* followed(first: readonly WrittenRow[], rest: AsyncIterable<readonly WrittenRow[]>): AsyncGenerator<readonly WrittenRow[]> {
  yield first;
  yield* rest;
}
