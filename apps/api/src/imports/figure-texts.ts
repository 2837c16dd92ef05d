import { isStorable } from '@slusen/contracts';
import { OPTIONAL, REQUIRED, type Column, type FileRow } from './figure-file.js';
import { ImportFault } from './import-fault.js';

/** How many characters each cell may have: what the forms allow, and what a screen can show. */
const LONGEST: Readonly<Record<Column, number>> = {
  municipality_code: 20,
  municipality: 200,
  indicator: 300,
  period: 40,
  value: 100,
  unit: 80,
  source: 500,
  quality: 40,
  provenance: 40,
  provenance_note: 2000,
  missing: 40,
  margin: 100,
  respondents: 100,
  breakdown: 80,
  publish_at: 40,
};
const COLUMNS: readonly Column[] = [...REQUIRED, ...OPTIONAL];

/** Every cell of a row, trimmed; columns that the file leaves out are empty. Throws ImportFault for what cannot be stored or shown. */
export function checkTexts(row: number, written: Partial<FileRow>): FileRow {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, (written[column] ?? '').trim()])) as FileRow;
  if (REQUIRED.every((column) => cells[column] === column)) throw new ImportFault({ row, code: 'header.twice', facts: {} });
  for (const column of COLUMNS) {
    if (!isStorable(cells[column])) throw new ImportFault({ row, code: 'text.not-storable', facts: { column } });
    if (cells[column].length > LONGEST[column])
      throw new ImportFault({ row, code: 'text.too-long', facts: { column, most: LONGEST[column] } });
  }
  if (cells.source === '') throw new ImportFault({ row, code: 'source.absent', facts: {} });
  return cells;
}
