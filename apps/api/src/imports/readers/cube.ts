import type { WrittenRow } from './written-row.js';

/** What the categories of a dimension are, where a file says so. */
export type DimensionRole = 'time' | 'area' | 'measure';

/** One of the categories of a dimension: a year, an area, a measure. */
export interface Category {
  readonly code: string;
  readonly label: string;
  /** Of the values of a measure. */
  readonly unit?: string | undefined;
}

/** What values of a cube are told apart by. */
export interface Dimension {
  readonly name: string;
  readonly role?: DimensionRole | undefined;
  readonly categories: readonly Category[];
}

/** A file of statistics whose values stand for every combination of its dimensions' categories. */
export interface Cube {
  readonly title: string;
  /** Where the figures come from, where the file says so. */
  readonly source?: string | undefined;
  /** Of all values, where measures have none of their own. */
  readonly unit?: string | undefined;
  readonly dimensions: readonly Dimension[];
  /** The values as they are written, the last dimension's next to each other: digits, or a mark for why there is none. */
  readonly values: AsyncIterable<readonly string[]>;
  /** What is said of single values, by their places. */
  readonly statuses?: ReadonlyMap<number, string> | undefined;
}

/** The table that a cube is when each of its values has a row. */
export interface CubeTable {
  readonly headings: readonly CubeHeading[];
  /** A row is numbered by its value, from 1. */
  readonly rows: AsyncIterable<readonly WrittenRow[]>;
}

/** What stands in a column of such a table. */
export interface CubeHeading {
  readonly name: string;
  readonly role?: DimensionRole | 'code' | 'value' | 'unit' | 'status' | undefined;
  /** The dimension that it tells of. */
  readonly dimension?: string | undefined;
}

/**
 * Lays a cube out as a table: a column for each dimension (one more for codes that say something else), its value and its unit. Where nothing is
 * said, neither a value nor a mark, there is no row.
 */
export function cubeTable(cube: Cube): CubeTable {
  const { dimensions } = cube;
  const columns = dimensions.flatMap((dimension, at) => {
    const label = { at, cells: dimension.categories.map((category) => category.label) };
    const code = { at, cells: dimension.categories.map((category) => category.code) };
    const named = { heading: { name: dimension.name, role: dimension.role, dimension: dimension.name }, ...label };
    if (dimension.categories.every((category) => category.code === category.label)) return [named];
    const coded: CubeHeading = { name: `${dimension.name} (kod)`, role: 'code', dimension: dimension.name };
    return [named, { heading: coded, ...code }];
  });
  const headings = [...columns.map(({ heading }) => heading), { name: 'värde', role: 'value' }, { name: 'enhet', role: 'unit' }] as const;
  const status: CubeHeading[] = cube.statuses ? [{ name: 'status', role: 'status' }] : [];
  return { headings: [...headings, ...status], rows: rowsOf(cube, columns) };
}

async function* rowsOf(
  cube: Cube,
  columns: readonly { readonly at: number; readonly cells: readonly string[] }[],
): AsyncGenerator<readonly WrittenRow[]> {
  const sizes = cube.dimensions.map(({ categories }) => categories.length);
  const steps = sizes.map((_, at) => sizes.slice(at + 1).reduce((product, size) => product * size, 1));
  const placeOf = (index: number, at: number): number => Math.floor(index / (steps[at] ?? 1)) % (sizes[at] ?? 1);
  const measureAt = cube.dimensions.findIndex(({ role }) => role === 'measure');
  const units = cube.dimensions[measureAt]?.categories.map(({ unit }) => unit ?? cube.unit ?? '');
  let index = 0;
  for await (const values of cube.values)
    yield values.flatMap((value) => {
      const at = index++;
      if (value === '') return [];
      const cells = columns.map((column) => column.cells[placeOf(at, column.at)] ?? '');
      const unit = units?.[placeOf(at, measureAt)] ?? cube.unit ?? '';
      return [{ row: index, cells: [...cells, value, unit, ...(cube.statuses ? [cube.statuses.get(at) ?? ''] : [])] }];
    });
}
