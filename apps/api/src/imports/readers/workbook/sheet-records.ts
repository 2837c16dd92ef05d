import { COLUMNS, cellsInOrder, columnNamed, type Column, type FileRecord } from '../../file-columns.js';
import { checkedHeader, isHeaderRow, type Header } from '../../file-header.js';
import { ImportFault, refuse, type RowFault, type RowFaultCode } from '../../import-fault.js';
import type { FileNote } from '../file-note.js';
import type { WrittenRow } from '../written-row.js';
import type { SheetAbout } from './open-sheet.js';
import type { DateMeaning } from './sheet-cells.js';
import { addressOf, placeOf } from './sheet-survey.js';
import type { Workbook } from './workbook.js';

/** The records of a sheet whose first row with anything in it is the header. Throws ImportFault for what a table should not have. */
export async function* sheetRecords(
  { about, rows, close }: Workbook,
  note: (note: FileNote) => void,
): AsyncGenerator<readonly FileRecord[]> {
  try {
    let table: SheetTable | undefined;
    for await (const part of rows) {
      const [first, ...others] = part;
      if (!first) continue;
      const body = table ? part : others;
      table ??= new SheetTable(about, { first, part }, note);
      yield body.map((row) => table?.recordOf(row)).filter((record) => record !== undefined);
    }
  } finally {
    await close();
  }
}

/** The table of a sheet, once its header was read. */
class SheetTable {
  /** The columns that have a heading, by their places from 0. */
  private readonly places: readonly number[];
  private readonly inOrder: (written: readonly string[]) => string[];
  private readonly periods: { readonly at: number; readonly meaning: DateMeaning } | undefined;
  private isNoted = false;

  constructor(
    about: SheetAbout,
    { first, part }: { readonly first: WrittenRow; readonly part: readonly WrittenRow[] },
    private readonly note: (note: FileNote) => void,
  ) {
    const header = headerOf(first, part);
    this.places = [...first.cells.keys()].filter((at) => first.cells[at] !== '');
    this.inOrder = cellsInOrder(header);
    refuse(faultsOf(about, first));
    const at = first.cells.findIndex((heading) => columnNamed(heading) === 'period');
    const meaning = new Map(about.dates).get(at);
    this.periods = meaning && { at, meaning };
  }

  recordOf({ row, cells }: WrittenRow): FileRecord {
    const beside = cells.findIndex((cell, at) => cell !== '' && !this.places.includes(at));
    if (beside >= 0) throw new ImportFault({ row, code: 'workbook.beside', facts: { cell: addressOf({ row, column: beside + 1 }) } });
    return {
      row,
      cells: this.inOrder(this.places.map((at) => (at === this.periods?.at ? this.periodOf(cells[at] ?? '') : (cells[at] ?? '')))),
    };
  }

  /** Of what people type as 2026-09 a spreadsheet makes a day. */
  private periodOf(text: string): string {
    const [, year, month] = /^(\d{4})-(\d{2})-01$/.exec(text) ?? [];
    if (!this.periods || year === undefined) return text;
    const isYear = this.periods.meaning === 'year';
    const period = isYear ? year : `${year}-M${month}`;
    if (!this.isNoted) this.note({ code: isYear ? 'period.days-as-years' : 'period.days-as-months', from: text, to: period });
    this.isNoted = true;
    return period;
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

/** What stands in the table that is no plain value: each cell is named. */
function faultsOf({ merged, uncomputed, failed }: SheetAbout, header: WrittenRow): RowFault[] {
  const inTable = (code: RowFaultCode, cells: readonly string[]): RowFault[] =>
    cells.flatMap((cell) => {
      const [from = '', to = from] = cell.split(':');
      if (placeOf(to).row < header.row) return [];
      const { row, column } = placeOf(from);
      const named = columnNamed(header.cells[column - 1] ?? '');
      const known: Column | undefined = COLUMNS.find((one) => one === named);
      return [{ row: Math.max(row, header.row), ...(known && { column: known }), code, facts: { cell } }];
    });
  return [...inTable('workbook.merged', merged), ...inTable('workbook.uncomputed', uncomputed), ...inTable('workbook.failed', failed)];
}
