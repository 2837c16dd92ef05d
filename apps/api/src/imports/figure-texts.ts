import { isStorable } from '@slusen/contracts';
import { COLUMNS, REQUIRED, type Column, type FileRecord, rowOf } from './file-columns.js';
import { ImportFault } from './import-fault.js';

/** How many characters each cell may have: what the forms allow, and what a screen can show. */
const LONGEST: Readonly<Record<Column, number>> = {
  municipality_code: 20,
  municipality: 200,
  municipality_kind: 40,
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
  numerator: 100,
  denominator: 100,
  breakdown: 80,
  publish_at: 40,
};
const LONGEST_AT = COLUMNS.map((column) => LONGEST[column]);
const [CODE_AT, SOURCE_AT] = [COLUMNS.indexOf('municipality_code'), COLUMNS.indexOf('source')];

/** Throws ImportFault for what cannot be stored or shown. */
export function checkTexts({ row, cells }: FileRecord): void {
  // Nearly every row is plainly right, which is the cheapest to see.
  if (cells[SOURCE_AT] !== '' && cells[CODE_AT] !== 'municipality_code' && isShort(cells) && isStorable(cells.join('\t'))) return;
  const named = rowOf(cells);
  if (REQUIRED.every((column) => named[column] === column)) throw new ImportFault({ row, code: 'header.twice', facts: {} });
  for (const column of COLUMNS) {
    if (!isStorable(named[column])) throw new ImportFault({ row, column, code: 'text.not-storable', facts: {} });
    if (named[column].length > LONGEST[column])
      throw new ImportFault({ row, column, code: 'text.too-long', facts: { most: LONGEST[column] } });
  }
  if (named.source === '') throw new ImportFault({ row, column: 'source', code: 'source.absent', facts: {} });
}

const isShort = (cells: readonly string[]): boolean => cells.every((cell, at) => cell.length <= (LONGEST_AT[at] ?? 0));
