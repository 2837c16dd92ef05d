import type { ImportForm } from '@slusen/contracts';
import type { Hash } from 'node:crypto';
import { SEPARATOR_LINE, separatorNamed, separatorOf } from '../../file-header.js';
import { ImportFault, type RowFault } from '../../import-fault.js';
import { withHeadings, type FigureTable, type HeadedRows } from '../figure-table.js';
import type { WrittenRow } from '../written-row.js';
import { continued } from './csv-records.js';
import { readTexts } from './file-texts.js';
import { refuseRow, wrongNumber } from './plain-lines.js';
import { writtenRecords } from './quoted-records.js';

/** How a file of text is looked at whose columns are called as whoever made it calls them. */
export interface CsvView {
  readonly digest: Hash;
  /** Some of its columns, to find its header by. */
  readonly names: readonly string[];
  /** What somebody said of how it is written. */
  readonly form?: ImportForm | undefined;
  /** Told of rows with too many cells or too few. */
  readonly onFault?: ((fault: RowFault) => void) | undefined;
}

/** A file of text as a table. Throws ImportFault for one that is none. */
export async function csvTable(path: string, view: CsvView): Promise<FigureTable> {
  const headed = await csvRows(path, view);
  if (!headed) throw new ImportFault({ row: 1, code: 'file.empty', facts: {} });
  const { cells } = headed.header;
  return {
    headings: cells.map((name) => ({ name })),
    rows: ofLength(headed.rows, cells.length, view.onFault),
    decimal: view.form?.decimal,
  };
}

/** The rows of a file of text as it has them, with their headings; nothing in an empty one. */
export async function csvRows(path: string, { digest, names, form = {} }: CsvView): Promise<HeadedRows | undefined> {
  const texts = readTexts(path, digest, form.encoding);
  const beginning: string = (await texts.next()).value ?? '';
  const [said = '', mark] = SEPARATOR_LINE.exec(beginning) ?? [];
  const text = beginning.slice(said.length);
  const lines = text.split(/\r\n|\n|\r/);
  const header = lines.find((line) => names.length > 0 && names.every((name) => line.includes(name))) ?? text;
  const found = (): string => (mark === undefined ? separatorOf(header) : separatorNamed(mark));
  const start = { rows: mark === undefined ? 0 : 1, ending: undefined, separator: form.separator ?? found() };
  return withHeadings(trimmed(writtenRecords(continued(text, texts), start)), { names, row: form.headerRow });
}

async function* trimmed(parts: AsyncIterable<readonly WrittenRow[]>): AsyncGenerator<readonly WrittenRow[]> {
  for await (const rows of parts) yield rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()) }));
}

/** A decimal comma between commas makes two cells of one. */
async function* ofLength(
  parts: AsyncIterable<readonly WrittenRow[]>,
  length: number,
  onFault: CsvView['onFault'],
): AsyncGenerator<readonly WrittenRow[]> {
  for await (const rows of parts) {
    const isWrong = ({ cells }: WrittenRow): boolean => cells.length !== length;
    for (const { row, cells } of rows.filter(isWrong)) refuseRow(wrongNumber(row, cells.length, length), onFault);
    yield rows.filter((row) => !isWrong(row));
  }
}
