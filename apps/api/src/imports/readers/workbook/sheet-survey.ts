import { eachElement, type ElementListener } from './workbook-xml.js';

/** What a sheet has besides values, which whoever reads it should know. */
export interface SheetSurvey {
  /** Cells that are one on the sheet: `B2:B5`. */
  readonly merged: readonly string[];
  /** Formulas that nobody computed: `C7`. */
  readonly uncomputed: readonly string[];
  /** Cells that show an error, as a formula that divides by nothing does. */
  readonly failed: readonly string[];
  /** Cells that show their number a hundredfold, with a sign of percent. */
  readonly percent: ReadonlySet<string>;
  readonly rows: number;
  readonly columns: number;
}

/** More of a kind say no more. */
const ENOUGH = 100;

/** Goes through a sheet, without keeping its values. */
export function surveyOf(part: string, bytes: Buffer, percentStyles: ReadonlySet<string>): SheetSurvey {
  const surveyor = new Surveyor(percentStyles);
  eachElement(part, bytes, surveyor);
  return surveyor;
}

/** A cell while its elements are read. */
interface OpenCell extends Place {
  readonly type: string;
  readonly style: string;
  hasFormula: boolean;
  hasValue: boolean;
}

class Surveyor implements SheetSurvey, ElementListener {
  readonly merged: string[] = [];
  readonly uncomputed: string[] = [];
  readonly failed: string[] = [];
  readonly percent = new Set<string>();
  rows = 0;
  columns = 0;
  private place: Place = { row: 0, column: 0 };
  private cell: OpenCell | undefined;

  constructor(private readonly percentStyles: ReadonlySet<string>) {}

  opens(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.place = { row: Number(attributes['r'] ?? this.place.row + 1), column: 0 };
    if (name === 'c') this.begin(attributes);
    if (name === 'mergeCell') note(this.merged, attributes['ref'] ?? '');
    if (!this.cell) return;
    if (name === 'f') this.cell.hasFormula = true;
    if (name === 'v' || name === 'is') this.cell.hasValue = true;
  }

  closes(name: string): void {
    if (name !== 'c' || !this.cell) return;
    const { cell } = this;
    this.cell = undefined;
    if (cell.hasFormula || cell.hasValue) this.take(cell);
  }

  /** Not every program writes where a cell stands; without that it stands beside the one before. */
  private begin({ r: ref, t: type = 'n', s: style = '' }: Readonly<Record<string, string>>): void {
    this.place = ref === undefined ? { ...this.place, column: this.place.column + 1 } : placeOf(ref);
    this.cell = { ...this.place, type, style, hasFormula: false, hasValue: false };
  }

  private take(cell: OpenCell): void {
    [this.rows, this.columns] = [Math.max(this.rows, cell.row), Math.max(this.columns, cell.column)];
    if (cell.type === 'e') note(this.failed, addressOf(cell));
    else if (!cell.hasValue) note(this.uncomputed, addressOf(cell));
    else if (cell.type === 'n' && this.percentStyles.has(cell.style)) this.percent.add(addressOf(cell));
  }
}

function note(found: string[], cell: string): void {
  if (found.length < ENOUGH) found.push(cell);
}

/** Where a cell stands, from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The place that an address names: `C7` is row 7, column 3. */
export function placeOf(ref: string): Place {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  return { row: Number(digits), column: [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - A + 1, 0) };
}

/** The address of a place: row 7, column 3 is `C7`. */
export function addressOf({ row, column }: Place): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / LETTERS))
    letters = String.fromCharCode(A + ((left - 1) % LETTERS)) + letters;
  return `${letters}${row}`;
}

const LETTERS = 26;
const A = 'A'.charCodeAt(0);

/** The two ways to show percent that every workbook knows without saying so. */
const BUILT_IN_PERCENT = ['9', '10'];

/** The styles (by their number) that show a number as percent. */
export function percentStyles(part: string, bytes: Buffer): ReadonlySet<string> {
  const formats = new Set(BUILT_IN_PERCENT);
  const styles = new Set<string>();
  let [isInStyles, number] = [false, 0];
  eachElement(part, bytes, {
    opens: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt' && /%/.test(formatCode.replace(/"[^"]*"|\\./g, ''))) formats.add(numFmtId);
      if (name === 'cellXfs') isInStyles = true;
      if (name !== 'xf' || !isInStyles) return;
      if (formats.has(numFmtId)) styles.add(String(number));
      number++;
    },
    closes: (name) => void (name === 'cellXfs' && (isInStyles = false)),
  });
  return styles;
}
