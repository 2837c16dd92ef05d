/** The columns every file has. */
export const REQUIRED = ['municipality_code', 'municipality', 'indicator', 'period', 'value', 'unit', 'source'] as const;
/** The columns a file may have. */
export const OPTIONAL = [
  'quality',
  'provenance',
  'provenance_note',
  'missing',
  'margin',
  'respondents',
  'breakdown',
  'publish_at',
] as const;
export type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** Every column, in the order that cells of a record stand in. */
export const COLUMNS: readonly Column[] = [...REQUIRED, ...OPTIONAL];

/** A row of the file as it is written there, trimmed; optional columns that are absent are empty. */
export type FileRow = Readonly<Record<Column, string>>;

/** A row of the file with its number (the header is row 1): its cells, trimmed, in the order of COLUMNS; absent ones are empty. */
export interface FileRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Puts the cells of a file with these columns into the order of COLUMNS, trimmed. */
export function cellsInOrder(columns: readonly Column[]): (written: readonly string[]) => string[] {
  const places = COLUMNS.map((column) => columns.indexOf(column));
  return (written) => places.map((place) => (place < 0 ? '' : (written[place] ?? '').trim()));
}

/** The cells of a record by their columns. */
export function rowOf(cells: readonly string[]): FileRow {
  return Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] ?? ''])) as FileRow;
}
