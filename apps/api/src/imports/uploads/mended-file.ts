import type { Language } from '@slusen/domain';
import { createHash } from 'node:crypto';
import { columnsRead } from '../mapping/mapped-rows.js';
import { UNMAPPED } from '../mapping/mapping.js';
import { csvRows } from '../readers/csv/csv-table.js';
import { cubeTable } from '../readers/cube.js';
import type { FigureFile } from '../readers/figure-records.js';
import { withHeadings } from '../readers/figure-table.js';
import { fileKindOf } from '../readers/file-kind.js';
import { openCube } from '../readers/open-cube.js';
import { openWorkbook } from '../readers/workbook/workbook.js';
import type { WrittenRow } from '../readers/written-row.js';

/** What of a row is refused. */
export interface RefusedRow {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/** A file whose refused rows somebody wants to mend. */
export interface MendWish {
  readonly file: FigureFile;
  readonly refused: readonly RefusedRow[];
  readonly language: Language;
}

/** Columns as the file has them. */
interface OriginalRows {
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<readonly WrittenRow[]>;
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  sv: ['Rad', 'Kolumn', 'Vad som är fel'],
  en: ['Row', 'Column', 'What is wrong'],
};

/** The refused rows with their cells as the file has them, and behind these where and why, as a list that a spreadsheet opens. */
export async function mendedFile({ file, refused, language }: MendWish): Promise<string> {
  const wanted = new Set(refused.map(({ row }) => row));
  const { headings, rows } = await originalRows(file);
  const cells = new Map<number, readonly string[]>();
  for await (const part of rows) for (const row of part) if (wanted.has(row.row)) cells.set(row.row, row.cells);
  return mendingList(refused, { language, headings, cellsOf: (row) => cells.get(row) ?? [] });
}

/** The list, also of a file that cannot be read. */
export function mendingList(
  refused: readonly RefusedRow[],
  {
    language,
    headings,
    cellsOf,
  }: { readonly language: Language; readonly headings: readonly string[]; readonly cellsOf: (row: number) => readonly string[] },
): string {
  const lines = refused.map(({ row, column, reason }) => {
    const cells = cellsOf(row);
    return [...headings.map((_, at) => cells[at] ?? ''), String(row), column, reason];
  });
  return `\ufeff${[[...headings, ...HEADINGS[language]], ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}

/** What a spreadsheet would run as a formula is kept from it by an apostrophe; a number below nought is none. */
const quoted = (cell: string): string => `"${cell.replace(/^(?=[=+\-@\t\r])(?!-[\d.,\s]+$)/, "'").replaceAll('"', '""')}"`;

async function originalRows({ path, sheet, form, mapping }: FigureFile): Promise<OriginalRows> {
  const names = columnsRead({ ...UNMAPPED, ...mapping });
  const digest = createHash('sha256');
  const kind = await fileKindOf(path);
  if (kind === 'px' || kind === 'json-stat') {
    const { headings, rows } = cubeTable(await openCube(kind, path, digest));
    return { headings: headings.map(({ name }) => name), rows };
  }
  const headed =
    kind === 'workbook'
      ? await withHeadings((await openWorkbook({ path, sheet })).rows, { names })
      : await csvRows(path, { digest, names, form });
  return { headings: headed?.header.cells ?? [], rows: headed?.rows ?? nothing() };
}

async function* nothing(): AsyncGenerator<readonly WrittenRow[]> {
  yield await Promise.resolve([]);
}
