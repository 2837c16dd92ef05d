import type { Column, FileRecord } from '../file-columns.js';
import { ImportFault, MOST_FAULTS, refuse, type RowFault } from '../import-fault.js';
import type { FigureTable } from '../readers/figure-table.js';
import { addressOf } from '../readers/workbook/sheet-survey.js';
import { cellOf } from './cell-number.js';
import { columnsRead, MappedRows } from './mapped-rows.js';
import { UNMAPPED, type Mapping, type Said } from './mapping.js';
import { proposeMapping } from './propose-mapping.js';

/** What whoever sends a file says of its columns; the rest is supposed from what they are called. */
export type MappingWish = Partial<Omit<Mapping, 'periods'>> & {
  /** Nothing is supposed besides: what is not said is not read. */
  readonly isWhole?: boolean | undefined;
};

/** What a table of others is read with. */
export interface MappedReading {
  readonly source: string;
  /** Told of what cannot be taken, row by row; without it the table is refused as a whole at its end. */
  readonly onFault?: ((fault: RowFault) => void) | undefined;
}

/** The records of a table, many at a time. Throws ImportFault for what cannot be told from its headings, and for marks that nobody explained. */
export async function* mappedRecords(
  table: FigureTable,
  wish: MappingWish,
  { source, onFault }: MappedReading,
): AsyncGenerator<readonly FileRecord[]> {
  const faults: RowFault[] = [];
  const keep = (fault: RowFault): void => void (faults.length < MOST_FAULTS && faults.push(fault));
  const mapping = wholeMapping(table, wish, source);
  const mapped = new MappedRows(
    table.headings.map(({ name }) => name),
    mapping,
    { decimal: table.decimal, refuse: onFault ?? keep },
  );
  requireAllRead(table, mapping);
  for await (const rows of table.rows) yield rows.flatMap((row) => mapped.recordsOf(row));
  mapped.end();
  refuse(faults);
}

function wholeMapping({ headings, source }: FigureTable, wish: MappingWish, otherwise: string): Mapping {
  const supposed = proposeMapping(headings);
  const proposed = wish.isWhole ? { ...UNMAPPED, periods: supposed.periods } : supposed;
  const isOfPeriods = wish.columns?.period === undefined && wish.columns?.value === undefined;
  const said: Partial<Record<Column, Said>> = { source: { text: source ?? otherwise }, ...proposed.columns, ...wish.columns };
  const part = wish.columns?.period === undefined ? proposed.part : wish.part;
  return { ...proposed, ...wish, columns: said, part, periods: isOfPeriods ? proposed.periods : [] };
}

/** What values of a cube are told apart by must be read: else several would be the same figure. */
function requireAllRead({ headings, dimensions = [] }: FigureTable, mapping: Mapping): void {
  const read = new Set(columnsRead(mapping));
  const isRead = (name: string): boolean => headings.some((heading) => heading.dimension === name && read.has(heading.name));
  const unread = dimensions.filter(({ name, categories }) => categories.length > 1 && !isRead(name)).map(({ name }) => name);
  if (unread.length > 0) throw new ImportFault({ row: 1, code: 'mapping.unread', facts: { columns: unread } });
}

/** A fault at the place where whoever sends the file sees it: of a wide table, at the cell. */
export function placedFault({ row, facts, ...fault }: RowFault): RowFault {
  const { row: written, column } = cellOf(row);
  const first = facts['first'];
  const placed = { ...fault, row: written, facts: typeof first === 'number' ? { ...facts, first: cellOf(first).row } : facts };
  return column === undefined ? placed : { ...placed, facts: { ...placed.facts, cell: addressOf({ row: written, column: column + 1 }) } };
}
