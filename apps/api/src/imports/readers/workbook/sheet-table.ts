import { COLUMNS, columnNamed } from '../../file-columns.js';
import { ImportFault, refuse, type RowFault, type RowFaultCode } from '../../import-fault.js';
import type { Said } from '../../mapping/mapping.js';
import { proposeMapping } from '../../mapping/propose-mapping.js';
import type { FileNote } from '../file-note.js';
import { withHeadings, type FigureTable } from '../figure-table.js';
import type { WrittenRow } from '../written-row.js';
import type { SheetAbout } from './open-sheet.js';
import type { DateMeaning } from './sheet-cells.js';
import { addressOf, placeOf } from './sheet-survey.js';
import type { Workbook } from './workbook.js';

/** How a sheet is looked at whose columns are called as whoever made it calls them. */
interface SheetView {
  /** Some of its columns, to find its header by. */
  readonly names: readonly string[];
  /** Where periods stand, where somebody said so. */
  readonly period: Said | undefined;
  readonly note: (note: FileNote) => void;
}

/** A sheet as a table. Throws ImportFault for what a table should not have. */
export async function sheetTable({ about, rows }: Workbook, { names, period, note }: SheetView): Promise<FigureTable> {
  const headed = await withHeadings(rows, { names });
  if (!headed) throw new ImportFault({ row: 1, code: 'file.empty', facts: {} });
  const { header } = headed;
  refuse(faultsInTable(about, header));
  const headings = header.cells.map((name) => ({ name }));
  const said = period ?? proposeMapping(headings).columns.period;
  const at = said && 'column' in said ? header.cells.indexOf(said.column) : -1;
  return {
    headings,
    rows: tableRows(headed.rows, {
      places: [...header.cells.keys()].filter((one) => header.cells[one] !== ''),
      days: new DayPeriods(about, at, note),
    }),
  };
}

async function* tableRows(
  parts: AsyncIterable<readonly WrittenRow[]>,
  { places, days }: { readonly places: readonly number[]; readonly days: DayPeriods },
): AsyncGenerator<readonly WrittenRow[]> {
  for await (const rows of parts) {
    for (const row of rows) requireUnderHeading(row, places);
    yield rows.map((row) => days.read(row));
  }
}

/** Throws ImportFault where something stands beside the columns with a heading. */
export function requireUnderHeading({ row, cells }: WrittenRow, places: readonly number[]): void {
  const beside = cells.findIndex((cell, at) => cell !== '' && !places.includes(at));
  if (beside >= 0) throw new ImportFault({ row, code: 'workbook.beside', facts: { cell: addressOf({ row, column: beside + 1 }) } });
}

/** Reads the days that a spreadsheet makes of periods that people type: 2026-09 becomes the first of September. */
export class DayPeriods {
  private readonly meaning: DateMeaning | undefined;
  private isNoted = false;

  constructor(
    { dates }: SheetAbout,
    private readonly at: number,
    private readonly note: (note: FileNote) => void,
  ) {
    this.meaning = new Map(dates).get(at);
  }

  /** The row with its period as a code. */
  read(written: WrittenRow): WrittenRow {
    const text = written.cells[this.at] ?? '';
    const [, year, month = ''] = /^(\d{4})-(\d{2})-01$/.exec(text) ?? [];
    if (!this.meaning || year === undefined) return written;
    const isYear = this.meaning === 'year';
    const period = isYear ? year : `${year}-M${month}`;
    if (!this.isNoted) this.note({ code: isYear ? 'period.days-as-years' : 'period.days-as-months', from: text, to: period });
    this.isNoted = true;
    return { ...written, cells: written.cells.with(this.at, period) };
  }
}

/** What stands in the table that is no plain value: each cell is named. */
export function faultsInTable({ merged, uncomputed, failed }: SheetAbout, header: WrittenRow): RowFault[] {
  const inTable = (code: RowFaultCode, cells: readonly string[]): RowFault[] =>
    cells.flatMap((cell) => {
      const [from = '', to = from] = cell.split(':');
      if (placeOf(to).row < header.row) return [];
      const { row, column } = placeOf(from);
      const named = columnNamed(header.cells[column - 1] ?? '');
      const known = COLUMNS.find((one) => one === named);
      return [{ row: Math.max(row, header.row), ...(known && { column: known }), code, facts: { cell } }];
    });
  return [...inTable('workbook.merged', merged), ...inTable('workbook.uncomputed', uncomputed), ...inTable('workbook.failed', failed)];
}
