import { proposedMeaning, type MarkMeaning } from '@slusen/domain';
import { COLUMNS, plainCell, REQUIRED, type Column, type FileRecord } from '../file-columns.js';
import { ImportFault, type RowFault } from '../import-fault.js';
import type { WrittenRow } from '../readers/written-row.js';
import { breakdownOf, periodOfRow, type Mapping, type Said } from './mapping.js';
import { cellNumber } from './cell-number.js';
import { decimalRead } from './decimal-read.js';

/** How numbers of a table are written, and who is told of what cannot be taken. */
export interface NumberWish {
  /** The mark before decimals, where somebody said so. */
  readonly decimal?: ',' | '.' | undefined;
  readonly refuse: (fault: RowFault) => void;
}

/** A table of others as rows of figures: each of its rows gives one, or one for each period of a wide table. */
export class MappedRows {
  private readonly at: ReadonlyMap<string, number>;
  /** The first row of each mark that nobody said the meaning of. */
  private readonly unexplained = new Map<string, number>();

  /** Throws ImportFault for a mapping that lacks what every figure has, names a column that is not there, or leaves one unread. */
  constructor(
    private readonly headings: readonly string[],
    private readonly mapping: Mapping,
    private readonly numbers: NumberWish,
  ) {
    this.at = new Map([...headings.entries()].reverse().map(([at, heading]) => [heading, at] as const));
    this.requireKnown();
    this.requireWhole();
  }

  recordsOf({ row, cells }: WrittenRow): readonly FileRecord[] {
    const { only, periods } = this.mapping;
    if (Object.entries(only).some(([heading, text]) => this.cell(cells, heading) !== text)) return [];
    if (periods.length === 0) return this.recordOf(row, cells, { period: this.periodOf(cells), value: this.said(cells, 'value') });
    return periods.flatMap(({ column, period }) => {
      const value = this.cell(cells, column);
      return value === '' ? [] : this.recordOf(cellNumber({ row, column: this.at.get(column) ?? 0 }), cells, { period, value });
    });
  }

  /** Refuses every mark that nobody said the meaning of, once all rows were gone through. */
  end(): void {
    for (const [mark, row] of this.unexplained) {
      const proposed = proposedMeaning(mark);
      this.numbers.refuse({ row, column: 'value', code: 'mark.unexplained', facts: { mark, ...(proposed && { proposed }) } });
    }
  }

  private recordOf(
    row: number,
    cells: readonly string[],
    { period, value }: { readonly period: string; readonly value: string },
  ): readonly FileRecord[] {
    const meaning = this.meaningOf(value, row);
    if (meaning === 'left-out') return [];
    const numbers = this.numbersIn(row, { value: meaning === undefined ? value : '', margin: this.said(cells, 'margin') });
    if (!numbers) return [];
    const missing = meaning === undefined || meaning === 'zero' ? this.said(cells, 'missing') : meaning;
    const known = {
      period,
      missing,
      ...numbers,
      ...(meaning === 'zero' && { value: '0' }),
      breakdown: this.breakdownIn(cells),
    };
    return [
      {
        row,
        cells: COLUMNS.map((column) =>
          Object.hasOwn(known, column) ? (known[column as keyof typeof known] ?? '') : this.said(cells, column),
        ),
      },
    ];
  }

  /** As files of ours would write them; nothing where one is refused. */
  private numbersIn<Columns extends Partial<Record<Column, string>>>(row: number, written: Columns): Columns | undefined {
    const { decimal, refuse } = this.numbers;
    if (!decimal) return written;
    const read = Object.entries(written).map(([column, text]) => [column, decimalRead(text, decimal)] as const);
    const [column] = read.find(([, number]) => number === undefined) ?? [];
    if (column === undefined) return Object.fromEntries(read) as Columns;
    refuse({ row, column: column as Column, code: 'value.other-mark', facts: { text: written[column as Column]?.slice(0, 60) ?? '' } });
    return undefined;
  }

  private meaningOf(value: string, row: number): MarkMeaning | undefined {
    const said = Object.hasOwn(this.mapping.marks, value) ? this.mapping.marks[value] : undefined;
    if (said === undefined && proposedMeaning(value) !== undefined && !this.unexplained.has(value)) this.unexplained.set(value, row);
    return said ?? (this.unexplained.has(value) ? 'left-out' : undefined);
  }

  private periodOf(cells: readonly string[]): string {
    const { part } = this.mapping;
    return periodOfRow(this.said(cells, 'period'), part === undefined ? undefined : this.cell(cells, part), part);
  }

  private breakdownIn(cells: readonly string[]): string {
    const { breakdown } = this.mapping;
    return breakdown.length === 0 ? this.said(cells, 'breakdown') : breakdownOf(breakdown.map((heading) => this.cell(cells, heading)));
  }

  private said(cells: readonly string[], column: Column): string {
    const said = this.mapping.columns[column];
    if (said === undefined) return '';
    const text = 'text' in said ? said.text : this.cell(cells, said.column);
    if (column === 'quality') return ourQuality(text);
    return column === 'municipality_code' ? ourCode(text) : text;
  }

  private cell(cells: readonly string[], heading: string): string {
    return plainCell(cells[this.at.get(heading) ?? -1] ?? '');
  }

  private requireKnown(): void {
    const unknown = columnsRead(this.mapping).filter((heading) => !this.at.has(heading));
    if (unknown.length > 0)
      throw new ImportFault({ row: 1, code: 'mapping.no-such-column', facts: { columns: unknown, found: this.headings } });
  }

  private requireWhole(): void {
    const { columns, periods } = this.mapping;
    const isSaid = (column: Column): boolean =>
      columns[column] !== undefined || (periods.length > 0 && (column === 'period' || column === 'value'));
    const isOfArea = (column: Column): boolean => column === 'municipality' || column === 'municipality_code';
    const hasArea = isSaid('municipality') || isSaid('municipality_code');
    const lacking = REQUIRED.filter((column) => !isSaid(column) && !(isOfArea(column) && hasArea));
    if (lacking.length > 0) throw new ImportFault({ row: 1, code: 'mapping.lacks', facts: { columns: lacking, found: this.headings } });
  }
}

/** The columns of a file that a mapping reads. */
export function columnsRead({ columns, part, breakdown, only, periods }: Mapping): readonly string[] {
  const said = Object.values(columns).flatMap((one: Said) => ('column' in one ? [one.column] : []));
  return [...said, ...(part === undefined ? [] : [part]), ...breakdown, ...Object.keys(only), ...periods.map(({ column }) => column)];
}

/** The country has two noughts at Statistics Sweden, and four here and at Kolada. */
const ourCode = (code: string): string => (code === '00' ? '0000' : code);

/** What statistics offices write beside a value that is not final; the mark for one that is missing says nothing of how sure it is. */
const ourQuality = (status: string): string => QUALITY_OF.get(status) ?? (proposedMeaning(status) === undefined ? status : '');
const QUALITY_OF: ReadonlyMap<string, string> = new Map([
  ['p', 'preliminary'],
  ['e', 'estimated'],
]);
