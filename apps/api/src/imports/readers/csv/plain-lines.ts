import { cellsInOrder, type FileRecord } from '../../file-columns.js';
import { checkedHeader, isHeader, separatorOf, type Header, type Separator } from '../../file-header.js';
import { ImportFault, type RowFault } from '../../import-fault.js';

/** Characters of a row; a longer one is a quote that was never closed. */
export const LONGEST_RECORD = 20_000;

/** A file whose form is broken at this row. */
export const brokenAt = (row: number, reason: string): ImportFault => new ImportFault({ row, code: 'file.broken', facts: { reason } });
/** Tells of a row that cannot be taken, or refuses the file where nobody wants to be told. */
export function refuseRow(fault: ImportFault, onFault: ((fault: RowFault) => void) | undefined): void {
  if (!onFault) throw fault;
  for (const one of fault.faults) onFault(one);
}

/** Most often a cell with a separator in it. */
export function wrongNumber(row: number, found: number, expected: number): ImportFault {
  return brokenAt(
    row,
    `${found} ${found === 1 ? 'cell' : 'cells'} where the header has ${expected}; a cell with a separator in it stands in quotes`,
  );
}

/** The same of a line as it is written, which may have another separator than the header. */
function anotherNumber(row: number, line: string, { separator, expected }: { separator: Separator; expected: number }): ImportFault {
  const other = separatorOf(line);
  if (other !== separator && line.split(other).length === expected)
    return brokenAt(row, `${SEPARATOR_NAMES[other]} between the cells where the header has ${SEPARATOR_NAMES[separator]}`);
  return wrongNumber(row, line.split(separator).length, expected);
}
const SEPARATOR_NAMES: Readonly<Record<Separator, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

export const WITHOUT_END = 'a quote that is never closed, or a row without end';

/** How far a file was read, so that somebody else can go on. */
export interface ReadSoFar {
  /** Lines, the header and empty ones too. */
  readonly rows: number;
  /** Once the header was read. */
  readonly columns: Header | undefined;
  /** What stands between cells, once the header was read. */
  readonly separator: Separator | undefined;
  /** What ends a line in this file, once one ended. */
  readonly ending: string | undefined;
}

/** Cuts lines in which no cell is quoted, as they come. The first line's end says how all of them end, as in csv-parse. */
export class PlainLines implements ReadSoFar {
  rows = 0;
  columns: Header | undefined;
  ending: '\n' | '\r\n' | undefined;
  /** The text after the last whole line. */
  left = '';
  private inOrder: (written: readonly string[]) => string[] = () => [];

  /** With the separator that a line of its own named, before the header. */
  constructor(
    public separator: Separator | undefined = undefined,
    private readonly onFault?: (fault: RowFault) => void,
  ) {
    if (separator) this.rows = 1;
  }

  /** Not with a quote, nor when lines end as on a very old computer. */
  canTake(text: string): boolean {
    if (text.includes('"')) return false;
    const [ending] = /\r\n|\n|\r./s.exec(this.left + text) ?? [];
    if (!this.ending && (ending === '\n' || ending === '\r\n')) this.ending = ending;
    return this.ending !== undefined || ending === undefined;
  }

  /** The records of the lines that end in this text. */
  take(text: string): FileRecord[] {
    const all = this.left + text;
    const end = this.ending ? all.lastIndexOf(this.ending) : -1;
    this.left = all.slice(end < 0 ? 0 : end + (this.ending ?? '').length);
    const records = end < 0 ? [] : this.recordsOf(all.slice(0, end).split(this.ending ?? '\n'));
    if (this.left.length > LONGEST_RECORD) throw brokenAt(this.rows + 1, WITHOUT_END);
    return records;
  }

  /** The record of a last line that nothing ends. */
  end(): FileRecord[] {
    return this.recordsOf([this.left]);
  }

  private recordsOf(lines: readonly string[]): FileRecord[] {
    const records: FileRecord[] = [];
    for (const line of lines) {
      const row = ++this.rows;
      if (line === '') continue;
      if (line.length > LONGEST_RECORD) throw brokenAt(row, WITHOUT_END);
      const separator = (this.separator ??= separatorOf(line));
      const written = line.split(separator);
      if (!this.columns) this.begin(lines);
      else if (written.length !== this.columns.length)
        refuseRow(anotherNumber(row, line, { separator, expected: this.columns.length }), this.onFault);
      else records.push({ row, cells: this.inOrder(written) });
    }
    return records;
  }

  private begin(lines: readonly string[]): void {
    const first = lines.findIndex((line) => line !== '');
    const at = lines.findIndex((line) => isHeader(line, separatorOf(line)));
    if (at > first) throw new ImportFault({ row: this.rows, code: 'header.later', facts: { 'header in row': this.rows + at - first } });
    this.columns = checkedHeader(lines[first]?.split(this.separator ?? ',') ?? [], this.rows);
    this.inOrder = cellsInOrder(this.columns);
  }
}
