import { createHash } from 'node:crypto';
import type { FileRecord } from './file-columns.js';
import { checkTexts } from './figure-texts.js';
import { faultsOf, MOST_FAULTS, type RowFault } from './import-fault.js';
import { figureRecords, type FigureFile } from './readers/figure-records.js';
import type { FileNote } from './readers/file-note.js';

/** Some rows of a file, as COPY takes them: a row alone would be a packet alone. */
export interface FigurePart {
  readonly bytes: Uint8Array;
  /** Rows in this part, those that are refused too. */
  readonly rows: number;
  /** Of them those in the text. */
  readonly written: number;
  /** Rows that cannot be taken, whatever they say. */
  readonly faults: readonly RowFault[];
  /** How something was read that could have been read otherwise. */
  readonly notes: readonly FileNote[];
}

/** How a file is read to its end. */
export interface PartsWish {
  /** Every row that cannot be taken is told; else the file is left once it is seen that it is refused. */
  readonly tellsAll: boolean;
}

/** Reads a file part by part; returns its digest. Throws ImportFault for a file that is none. */
export async function* figureParts(file: FigureFile, { tellsAll }: PartsWish): AsyncGenerator<FigurePart, Buffer> {
  const digest = createHash('sha256');
  const told = { faults: [] as RowFault[], notes: [] as FileNote[] };
  const onFault = tellsAll ? (fault: RowFault): void => void told.faults.push(fault) : undefined;
  let count = 0;
  for await (const records of figureRecords(file, { digest, note: (note) => void told.notes.push(note), onFault })) {
    const part = partOf(records, told);
    count += part.faults.length;
    yield part;
    if (!tellsAll && count >= MOST_FAULTS) break;
  }
  if (told.faults.length + told.notes.length > 0) yield partOf([], told);
  return digest.digest();
}

/** With what was told meanwhile. */
function partOf(records: readonly FileRecord[], told: { readonly faults: RowFault[]; readonly notes: FileNote[] }): FigurePart {
  const [faults, notes] = [told.faults.splice(0), told.notes.splice(0)];
  const refused = faults.length;
  const lines = records.map((record) => copyText(record, faults));
  const written = lines.filter((line) => line !== '').length;
  return { bytes: Buffer.from(lines.join('')), rows: records.length + refused, written, faults, notes };
}

/** A record as a line of COPY; none when its texts are at fault. */
function copyText(record: FileRecord, faults: RowFault[]): string {
  const found = faultsOf(() => checkTexts(record));
  faults.push(...found);
  return found.length > 0 ? '' : `${record.row}\t${record.cells.some(isSpecial) ? escapedLine(record) : record.cells.join('\t')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const isSpecial = (cell: string): boolean => /[\\\t\n\r]/.test(cell);
const escapedLine = ({ cells }: FileRecord): string =>
  cells.map((cell) => cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)).join('\t');
