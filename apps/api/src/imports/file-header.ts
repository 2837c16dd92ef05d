import { columnNamed, REQUIRED, type Column } from './file-columns.js';
import { ImportFault } from './import-fault.js';

/** What stands between cells: a comma, or what Swedish spreadsheets write, whose numbers have commas in them. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];
/** What other programs put there. */
const OTHER_SEPARATORS = ['|', ':', '^', '~', '/', '\u00a6', '  '];

/** The columns of a header, in their order. */
export type Header = readonly NonNullable<ReturnType<typeof columnNamed>>[];

/** The separator of a file that begins like this: no column has one in its name, so the header tells. */
export function separatorOf(text: string): Separator {
  const header = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const count = (separator: Separator): number => header.split(separator).length;
  return SEPARATORS.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** The line before the header with which spreadsheets are told the separator: `sep=;`. */
export const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** The separator that such a line names. Throws ImportFault for one that is not read. */
export function separatorNamed(mark: string): Separator {
  const known = SEPARATORS.find((separator) => separator === mark);
  if (known) return known;
  throw unknownSeparator(1, mark);
}

const unknownSeparator = (row: number, separator: string): ImportFault =>
  new ImportFault({ row, code: 'separator.unknown', facts: { separator: separator.trim() || 'spaces' } });

/** How many of the cells name a column. */
const namesIn = (cells: readonly string[]): number => cells.filter((cell) => columnNamed(cell)).length;
/** So many of them make a header. */
const ENOUGH = 3;

/** Whether a line with this separator is a header. */
export const isHeader = (line: string, separator: string): boolean => isHeaderRow(line.split(separator));
/** Whether these cells are a header. */
export const isHeaderRow = (cells: readonly string[]): boolean => namesIn(cells) >= ENOUGH;

/** Every required column once, none unknown; the answer names what is wrong. */
export function checkedHeader(header: readonly string[], row = 1): Header {
  const columns = header.map(columnNamed);
  if (namesIn(header) < ENOUGH) throw noHeader(header, row);
  const has = (column: Column): boolean => columns.includes(column);
  const missing = REQUIRED.filter((column) => !has(column) && !(isOfArea(column) && (has('municipality_code') || has('municipality'))));
  const unknown = header.filter((name) => !columnNamed(name));
  const twice = header.filter((_, at) => columns.indexOf(columns[at]) !== at);
  if (missing.length > 0) throw new ImportFault({ row, code: 'columns.missing', facts: { columns: missing } });
  if (unknown.length > 0) throw new ImportFault({ row, code: 'columns.unknown', facts: { columns: unknown.map(short) } });
  if (twice.length > 0) throw new ImportFault({ row, code: 'columns.twice', facts: { columns: twice.map(short) } });
  return columns as Header;
}

const isOfArea = (column: Column): boolean => column === 'municipality_code' || column === 'municipality';
const short = (name: string): string => name.trim().slice(0, 60);

/** What the first row is instead of a header: one with another separator, or something else. */
function noHeader(cells: readonly string[], row: number): ImportFault {
  const [line = ''] = cells;
  const separator = cells.length === 1 ? OTHER_SEPARATORS.find((other) => isHeader(line, other)) : undefined;
  if (separator) return unknownSeparator(row, separator);
  return new ImportFault({ row, code: 'header.absent', facts: { found: cells.slice(0, ENOUGH).map(short) } });
}
