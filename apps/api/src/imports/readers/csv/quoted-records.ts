import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { cellsInOrder, type FileRecord } from '../../file-columns.js';
import { checkedHeader } from '../../file-header.js';
import type { RowFault } from '../../import-fault.js';
import { brokenAt, LONGEST_RECORD, refuseRow, WITHOUT_END, wrongNumber, type ReadSoFar } from './plain-lines.js';

const MANY = 1000;

/** What is known of a file before it is parsed. */
export interface Start extends Omit<ReadSoFar, 'separator'> {
  readonly separator: string;
  /** Told of rows with too many cells or too few. */
  readonly onFault?: ((fault: RowFault) => void) | undefined;
}

/** The records of a file from where it was left, as csv-parse reads them, many at a time. */
export async function* quotedRecords(
  texts: AsyncIterable<string>,
  { columns, onFault, ...start }: Start,
): AsyncGenerator<readonly FileRecord[]> {
  let known = columns;
  let records: FileRecord[] = [];
  for await (const { cells, row } of parsed(texts, start)) {
    if (known && cells.length !== known.length) refuseRow(wrongNumber(firstLineOf(row, cells), cells.length, known.length), onFault);
    else if (known) records.push({ row, cells: cellsInOrder(known)(cells) });
    known ??= checkedHeader(cells, row);
    if (records.length < MANY) continue;
    yield records;
    records = [];
  }
  yield records;
}

/** The rows of a file as they are written, many at a time, whatever its columns are called. */
export async function* writtenRecords(
  texts: AsyncIterable<string>,
  start: Omit<Start, 'columns' | 'onFault'>,
): AsyncGenerator<readonly FileRecord[]> {
  let records: FileRecord[] = [];
  for await (const { cells, row } of parsed(texts, start)) {
    if (records.push({ row: firstLineOf(row, cells), cells }) < MANY) continue;
    yield records;
    records = [];
  }
  yield records;
}

/** A record is placed by its last line; cells may hold lines of their own. */
function firstLineOf(last: number, cells: readonly string[]): number {
  return last - cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** Rows as they are written, each with its last line. Knows the place of what is broken by the whole row before it. */
async function* parsed(
  texts: AsyncIterable<string>,
  { rows, ending, separator }: Omit<Start, 'columns' | 'onFault'>,
): AsyncGenerator<FileRecord> {
  let lastLine = 0;
  const parser = parse({
    ...(ending && { record_delimiter: ending }),
    delimiter: separator,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    info: true,
    on_record: (record: string[], { lines }) => {
      // A parser that gives up knows only how far it looked.
      lastLine = lines;
      return record;
    },
  });
  const source = Readable.from(texts);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { row: rows + info.lines, cells: record };
  } catch (error) {
    throw error instanceof CsvError ? brokenAt(rows + lastLine + 1, BROKEN[error.code] ?? error.code) : error;
  } finally {
    source.destroy();
  }
}

const BROKEN: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is never closed',
  CSV_MAX_RECORD_SIZE: WITHOUT_END,
  CSV_INVALID_CLOSING_QUOTE: 'a quote in the middle of a cell',
  INVALID_OPENING_QUOTE: 'a quote in the middle of a cell',
};
