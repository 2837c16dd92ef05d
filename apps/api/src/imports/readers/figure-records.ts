import type { ImportForm } from '@slusen/contracts';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileRecord } from '../file-columns.js';
import type { RowFault } from '../import-fault.js';
import { columnsRead } from '../mapping/mapped-rows.js';
import { mappedRecords, type MappingWish } from '../mapping/mapped-records.js';
import { UNMAPPED } from '../mapping/mapping.js';
import { csvRecords } from './csv/csv-records.js';
import { csvTable } from './csv/csv-table.js';
import { cubeTable, type Cube } from './cube.js';
import { fileKindOf } from './file-kind.js';
import type { FileNote } from './file-note.js';
import { openCube } from './open-cube.js';
import { sheetRecords } from './workbook/sheet-records.js';
import { sheetTable } from './workbook/sheet-table.js';
import { openWorkbook } from './workbook/workbook.js';

/** A file, and how it is meant. */
export interface FigureFile {
  readonly path: string;
  /** Of a workbook with several. */
  readonly sheet?: string | undefined;
  /** How a file of text is written, where somebody said so. */
  readonly form?: ImportForm | undefined;
  /** What its columns are, where they are not called as ours are. */
  readonly mapping?: MappingWish | undefined;
  /** Where the figures come from, where neither a column nor the file says so. */
  readonly source: string;
}

/** What a reader is given besides the file. */
export interface Reading {
  /** Takes every byte of the file. */
  readonly digest: Hash;
  /** Told how something was read that could have been read otherwise. */
  readonly note: (note: FileNote) => void;
  /** Told of rows that cannot be taken; without it the first of them refuses the file. */
  readonly onFault?: ((fault: RowFault) => void) | undefined;
}

/**
 * The records of a file of figures of whatever kind it is, many at a time: all kinds give the same rows. Throws ImportFault with row and
 * reason.
 */
export async function* figureRecords(file: FigureFile, reading: Reading): AsyncGenerator<readonly FileRecord[]> {
  const { path, mapping, form, source } = file;
  const { onFault } = reading;
  const kind = await fileKindOf(path);
  if (kind === 'px' || kind === 'json-stat') yield* cubeRecords(await openCube(kind, path, reading.digest), file, onFault);
  else if (kind === 'workbook') yield* workbookRecords(file, reading);
  else if (mapping === undefined && isAsFound(form)) yield* csvRecords(path, reading);
  else yield* mappedRecords(await csvTable(path, { ...reading, names: namesIn(mapping), form }), mapping ?? {}, { source, onFault });
}

const isAsFound = (form: ImportForm = {}): boolean => Object.keys(form).length === 0;

async function* workbookRecords(file: FigureFile, { digest, note, onFault }: Reading): AsyncGenerator<readonly FileRecord[]> {
  for await (const bytes of createReadStream(file.path) as AsyncIterable<Buffer>) digest.update(bytes);
  const { mapping, source } = file;
  const workbook = await openWorkbook(file);
  try {
    if (mapping === undefined) yield* sheetRecords(workbook, note);
    else {
      const table = await sheetTable(workbook, { names: namesIn(mapping), period: mapping.columns?.period, note });
      yield* mappedRecords(table, mapping, { source, onFault });
    }
  } finally {
    await workbook.close();
  }
}

function cubeRecords(cube: Cube, { mapping = {}, source }: FigureFile, onFault: Reading['onFault']): AsyncGenerator<readonly FileRecord[]> {
  const { headings, rows } = cubeTable(cube);
  return mappedRecords({ headings, rows, source: cube.source, dimensions: cube.dimensions }, mapping, { source, onFault });
}

const namesIn = (wish: MappingWish = {}): readonly string[] => columnsRead({ ...UNMAPPED, ...wish });
