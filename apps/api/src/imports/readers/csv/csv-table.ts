import type { Hash } from 'node:crypto';
import { SEPARATOR_LINE, separatorNamed, separatorOf } from '../../file-header.js';
import { ImportFault } from '../../import-fault.js';
import { withHeadings, type FigureTable } from '../figure-table.js';
import type { WrittenRow } from '../written-row.js';
import { continued } from './csv-records.js';
import { readTexts } from './file-texts.js';
import { wrongNumber } from './plain-lines.js';
import { writtenRecords } from './quoted-records.js';

/** A CSV file whose columns are called as whoever made it calls them; `names` are some of them, to find its header by. */
export async function csvTable(
  path: string,
  { digest, names }: { readonly digest: Hash; readonly names: readonly string[] },
): Promise<FigureTable> {
  const texts = readTexts(path, digest);
  const beginning: string = (await texts.next()).value ?? '';
  const [said = '', mark] = SEPARATOR_LINE.exec(beginning) ?? [];
  const text = beginning.slice(said.length);
  const lines = text.split(/\r\n|\n|\r/);
  const header = lines.find((line) => names.length > 0 && names.every((name) => line.includes(name))) ?? text;
  const start = {
    rows: mark === undefined ? 0 : 1,
    ending: undefined,
    separator: mark === undefined ? separatorOf(header) : separatorNamed(mark),
  };
  const headed = await withHeadings(trimmed(writtenRecords(continued(text, texts), start)), names);
  if (!headed) throw new ImportFault({ row: 1, code: 'file.empty', facts: {} });
  const { cells } = headed.header;
  return { headings: cells.map((name) => ({ name })), rows: ofLength(headed.rows, cells.length) };
}

async function* trimmed(parts: AsyncIterable<readonly WrittenRow[]>): AsyncGenerator<readonly WrittenRow[]> {
  for await (const rows of parts) yield rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()) }));
}

/** A decimal comma between commas makes two cells of one. */
async function* ofLength(parts: AsyncIterable<readonly WrittenRow[]>, length: number): AsyncGenerator<readonly WrittenRow[]> {
  for await (const rows of parts) {
    const wrong = rows.find(({ cells }) => cells.length !== length);
    if (wrong) throw wrongNumber(wrong.row, wrong.cells.length, length);
    yield rows;
  }
}
