import { cellsInOrder, columnNamed, type FileRecord } from '../../file-columns.js';
import { checkedHeader, isHeaderRow, type Header } from '../../file-header.js';
import { ImportFault, refuse } from '../../import-fault.js';
import type { FileNote } from '../file-note.js';
import type { WrittenRow } from '../written-row.js';
import type { SheetAbout } from './open-sheet.js';
import { DayPeriods, faultsInTable, requireUnderHeading } from './sheet-table.js';
import type { Workbook } from './workbook.js';

/** The records of a sheet whose first row with anything in it is the header. Throws ImportFault for what a table should not have. */
export async function* sheetRecords({ about, rows }: Workbook, note: (note: FileNote) => void): AsyncGenerator<readonly FileRecord[]> {
  let table: SheetTable | undefined;
  for await (const part of rows) {
    const [first, ...others] = part;
    if (!first) continue;
    const body = table ? part : others;
    table ??= new SheetTable(about, { first, part }, note);
    yield body.map((row) => table?.recordOf(row)).filter((record) => record !== undefined);
  }
}

/** The table of a sheet, once its header was read. */
class SheetTable {
  /** The columns that have a heading, by their places from 0. */
  private readonly places: readonly number[];
  private readonly inOrder: (written: readonly string[]) => string[];
  private readonly periods: DayPeriods;

  constructor(
    about: SheetAbout,
    { first, part }: { readonly first: WrittenRow; readonly part: readonly WrittenRow[] },
    note: (note: FileNote) => void,
  ) {
    const header = headerOf(first, part);
    this.places = [...first.cells.keys()].filter((at) => first.cells[at] !== '');
    this.inOrder = cellsInOrder(header);
    refuse(faultsInTable(about, first));
    const at = first.cells.findIndex((heading) => columnNamed(heading) === 'period');
    this.periods = new DayPeriods(about, at, note);
  }

  recordOf(written: WrittenRow): FileRecord {
    requireUnderHeading(written, this.places);
    const { row, cells } = this.periods.read(written);
    return { row, cells: this.inOrder(this.places.map((at) => cells[at] ?? '')) };
  }
}

function headerOf(first: WrittenRow, part: readonly WrittenRow[]): Header {
  const later = isHeaderRow(first.cells) ? undefined : part.find(({ cells }) => isHeaderRow(cells));
  if (later) throw new ImportFault({ row: first.row, code: 'header.later', facts: { 'header in row': later.row } });
  return checkedHeader(
    first.cells.filter((heading) => heading !== ''),
    first.row,
  );
}
