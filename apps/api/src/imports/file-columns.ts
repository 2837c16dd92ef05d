import { SWEDISH_HEADINGS } from '../open-data/series-csv.js';
import { folded } from './spelling.js';

/** The columns every file has; one of the two first is enough. */
export const REQUIRED = ['municipality_code', 'municipality', 'indicator', 'period', 'value', 'unit', 'source'] as const;
/** The columns a file may have. */
export const OPTIONAL = [
  'municipality_kind',
  'quality',
  'provenance',
  'provenance_note',
  'missing',
  'margin',
  'respondents',
  'numerator',
  'denominator',
  'breakdown',
  'publish_at',
] as const;
export type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** Every column, in the order that cells of a record stand in. */
export const COLUMNS: readonly Column[] = [...REQUIRED, ...OPTIONAL];

/** What our own files say besides, and nobody can decide by a file. */
const PASSED_OVER = ['revision', 'approved_by', 'recorded_at', 'published_at', 'note', 'licence'] as const;
type PassedOver = (typeof PASSED_OVER)[number];

/** A heading as it is compared: as a name is, and without underscores, which people write as spaces. */
const headingKey = (heading: string): string => folded(heading).replaceAll('_', '');
const HEADINGS = new Map<string, Column | PassedOver>([
  ...[...COLUMNS, ...PASSED_OVER].map((column) => [headingKey(column), column] as const),
  ...(Object.entries(SWEDISH_HEADINGS) as [Column | PassedOver, string][]).map(
    ([column, heading]) => [headingKey(heading), column] as const,
  ),
]);

/** What a heading names: a column, or one that our own files have and that is passed over; nothing where it is not known. */
export function columnNamed(heading: string): Column | PassedOver | undefined {
  return HEADINGS.get(headingKey(heading));
}

/** A row of the file as it is written there, trimmed; optional columns that are absent are empty. */
export type FileRow = Readonly<Record<Column, string>>;

/** A row of the file with its number (the header is row 1): its cells, trimmed, in the order of COLUMNS; absent ones are empty. */
export interface FileRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Puts the cells of a file with these columns into the order of COLUMNS, trimmed. */
export function cellsInOrder(columns: readonly (Column | PassedOver)[]): (written: readonly string[]) => string[] {
  const places = COLUMNS.map((column) => columns.indexOf(column));
  return (written) => places.map((place) => (place < 0 ? '' : plainCell(written[place] ?? '')));
}

const GUARDED = /^'(?=[=+\-@\t\r])/;

/** Without the apostrophe that our own files put before what a spreadsheet would run as a formula. */
export function plainCell(written: string): string {
  const cell = written.trim();
  return cell.startsWith("'") ? cell.replace(GUARDED, '') : cell;
}

/** The cells of a record by their columns. */
export function rowOf(cells: readonly string[]): FileRow {
  return Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] ?? ''])) as FileRow;
}
