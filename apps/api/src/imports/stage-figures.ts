import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COLUMNS, type FileRecord } from './file-columns.js';
import { figureRecords, type FigureFile } from './readers/figure-records.js';
import type { FileNote } from './readers/file-note.js';
import { checkTexts } from './figure-texts.js';
import { faultsOf, MOST_FAULTS, refuse, type RowFault } from './import-fault.js';

/** A file as it stands in the table `written`. */
export interface StagedFile {
  readonly rows: number;
  readonly sha256: Buffer;
  /** Rows whose texts cannot be stored; they are not in the table. Once there are many, the rest of the file was not read. */
  readonly faults: readonly RowFault[];
  /** How something was read that could have been read otherwise. */
  readonly notes: readonly FileNote[];
}

/** Told how many rows were read so far. */
export type Tell = (rows: number) => void;

/**
 * Streams the cells of a file as they are written there into `written`, a table of this transaction only; what they mean is judged there,
 * so that nothing of a row stays in the program. Throws ImportFault for a file that is none, or empty.
 */
export async function stageFigures(client: pg.ClientBase, file: FigureFile, tell: Tell): Promise<StagedFile> {
  await client.query(`
    create temporary table written (row integer, ${COLUMNS.map((column) => `${column} text`).join(', ')}) on commit drop`);
  const digest = createHash('sha256');
  const tally = { rows: 0, faults: [] as RowFault[] };
  const notes: FileNote[] = [];
  const records = figureRecords(file, { digest, note: (note) => void notes.push(note) });
  const target = client.query(copyFrom('copy written from stdin'));
  await pipeline(Readable.from(copyTexts(records, tally, tell), { highWaterMark: 1 }), target);
  if (tally.rows === 0) refuse([{ row: 1, code: 'file.empty', facts: {} }]);
  await client.query('analyze written');
  return { ...tally, notes, sha256: digest.digest() };
}

/** The records as COPY takes them, in large parts: a row alone would be a packet alone. */
async function* copyTexts(
  parts: AsyncIterable<readonly FileRecord[]>,
  tally: { rows: number; faults: RowFault[] },
  tell: Tell,
): AsyncGenerator<Buffer> {
  for await (const records of parts) {
    if (records.length === 0) continue;
    const text = records.map((record) => copyText(record, tally.faults)).join('');
    tally.rows += records.length;
    tell(tally.rows);
    if (text !== '') yield Buffer.from(text);
    if (tally.faults.length >= MOST_FAULTS) return;
  }
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
