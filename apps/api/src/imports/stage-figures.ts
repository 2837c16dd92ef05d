import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COLUMNS } from './file-columns.js';
import type { FigurePart } from './figure-parts.js';
import { refuse, type RowFault } from './import-fault.js';
import type { FileNote } from './readers/file-note.js';

/** A file as it stands in the table `written`. */
export interface StagedFile {
  readonly rows: number;
  /** Of them those in the table. */
  readonly written: number;
  readonly sha256: Buffer;
  /** Rows that cannot be stored, or read; they are not in the table. */
  readonly faults: readonly RowFault[];
  /** How something was read that could have been read otherwise. */
  readonly notes: readonly FileNote[];
}

/** Told how many rows were read so far. */
export type Tell = (rows: number) => void;

/** What is known of a file while its parts come. */
interface Tally {
  rows: number;
  written: number;
  sha256: Buffer;
  readonly faults: RowFault[];
  readonly notes: FileNote[];
}

/**
 * Streams the cells of a file as they are written there into `written`, a table of this transaction only; what they mean is judged there,
 * so that nothing of a row stays in the program. Throws ImportFault for a file that is none, or empty.
 */
export async function stageFigures(client: pg.ClientBase, parts: AsyncGenerator<FigurePart, Buffer>, tell: Tell): Promise<StagedFile> {
  await client.query(`
    create temporary table written (row integer, ${COLUMNS.map((column) => `${column} text`).join(', ')}) on commit drop`);
  const tally: Tally = { rows: 0, written: 0, sha256: Buffer.alloc(0), faults: [], notes: [] };
  const target = client.query(copyFrom('copy written from stdin'));
  await pipeline(Readable.from(textsOf(parts, tally, tell), { highWaterMark: 1 }), target);
  if (tally.rows === 0) refuse([{ row: 1, code: 'file.empty', facts: {} }]);
  await client.query('analyze written');
  return tally;
}

async function* textsOf(parts: AsyncGenerator<FigurePart, Buffer>, tally: Tally, tell: Tell): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      const { value, done } = await parts.next();
      if (done) {
        tally.sha256 = value;
        return;
      }
      tally.rows += value.rows;
      tally.written += value.written;
      tally.faults.push(...value.faults);
      tally.notes.push(...value.notes);
      if (value.rows > 0) tell(tally.rows);
      const { buffer, byteOffset, length } = value.bytes;
      if (length > 0) yield Buffer.from(buffer as ArrayBuffer, byteOffset, length);
    }
  } finally {
    await parts.return(Buffer.alloc(0));
  }
}
