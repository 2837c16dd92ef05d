import { COLUMNS, REQUIRED, type Column } from './file-columns.js';
import { ImportFault } from './import-fault.js';

/** What stands between cells: a comma, or what Swedish spreadsheets write, whose numbers have commas in them. */
const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The separator of a file that begins like this: no column has one in its name, so the header tells. */
export function separatorOf(text: string): Separator {
  const header = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const count = (separator: Separator): number => header.split(separator).length;
  return SEPARATORS.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** Every required column once, none unknown; the answer names what is wrong. */
export function checkedHeader(header: readonly string[]): Column[] {
  const names = header.map((name) => name.trim());
  const missing = REQUIRED.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !COLUMNS.includes(name as Column));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (missing.length > 0) throw new ImportFault({ row: 1, code: 'columns.missing', facts: { columns: missing } });
  if (unknown.length > 0)
    throw new ImportFault({ row: 1, code: 'columns.unknown', facts: { columns: unknown.map((name) => name.slice(0, 60)) } });
  if (twice.length > 0) throw new ImportFault({ row: 1, code: 'columns.twice', facts: { columns: twice } });
  return names as Column[];
}
