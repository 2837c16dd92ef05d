import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileRecord } from '../file-columns.js';
import { csvRecords } from './csv/csv-records.js';
import { fileKindOf, otherKind } from './file-kind.js';
import type { FileNote } from './file-note.js';
import { sheetRecords } from './workbook/sheet-records.js';
import { openWorkbook } from './workbook/workbook.js';

/** A file, and which table of it is meant. */
export interface FigureFile {
  readonly path: string;
  /** Of a workbook with several. */
  readonly sheet?: string | undefined;
}

/** What a reader is given besides the file. */
export interface Reading {
  /** Takes every byte of the file. */
  readonly digest: Hash;
  /** Told how something was read that could have been read otherwise. */
  readonly note: (note: FileNote) => void;
}

/**
 * The records of a file of figures of whatever kind it is, many at a time: all kinds give the same rows. Throws ImportFault with row and
 * reason.
 */
export async function* figureRecords(file: FigureFile, { digest, note }: Reading): AsyncGenerator<readonly FileRecord[]> {
  const kind = await fileKindOf(file.path);
  if (kind === 'csv') yield* csvRecords(file.path, digest);
  else if (kind === 'workbook') {
    await digestOf(file.path, digest);
    yield* sheetRecords(await openWorkbook(file), note);
  } else throw otherKind('unknown');
}

async function digestOf(path: string, digest: Hash): Promise<void> {
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) digest.update(bytes);
}
