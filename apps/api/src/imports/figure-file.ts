import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { TextDecoderStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import { ImportFault } from './import-fault.js';

/** The columns every file has. */
export const REQUIRED = ['municipality_code', 'municipality', 'indicator', 'period', 'value', 'unit', 'source'] as const;
/** The columns a file may have. */
export const OPTIONAL = [
  'quality',
  'provenance',
  'provenance_note',
  'missing',
  'margin',
  'respondents',
  'breakdown',
  'publish_at',
] as const;
export type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** A row of the file as it is written there; optional columns that are absent are empty. */
export type FileRow = Readonly<Record<Column, string>>;

const LONGEST_RECORD = 20_000;

/** Reads a CSV file row by row, with its row number (the header is row 1). Throws ImportFault with row and reason. */
export async function* readFigureFile(path: string): AsyncGenerator<{ row: number; cells: FileRow }> {
  const place = { lastLine: 1 };
  const parser = parserFor(place);
  // A byte that is no UTF-8 must stop the import: read as something else, names and units would be silently wrong.
  const text = Readable.toWeb(createReadStream(path)).pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));
  const source = Readable.fromWeb(text as Parameters<typeof Readable.fromWeb>[0]);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: FileRow; info: { lines: number } }>) {
      yield { row: info.lines, cells: record };
    }
  } catch (error) {
    throw faultOf(error, place.lastLine);
  } finally {
    source.destroy();
  }
}

/** Keeps the line of the last whole row in `place`: a parser that gives up knows only how far it looked. */
function parserFor(place: { lastLine: number }) {
  return parse({
    bom: true,
    columns: checkedHeader,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    info: true,
    on_record: (record: object, { lines }) => {
      place.lastLine = lines;
      return record;
    },
  });
}

/** Every required column once, none unknown; the answer names what is wrong. */
function checkedHeader(header: string[]): Column[] {
  const names = header.map((name) => name.trim());
  const missing = REQUIRED.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => ![...REQUIRED, ...OPTIONAL].includes(name as Column));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (missing.length > 0) throw new ImportFault({ row: 1, code: 'columns.missing', facts: { columns: missing } });
  if (unknown.length > 0)
    throw new ImportFault({ row: 1, code: 'columns.unknown', facts: { columns: unknown.map((name) => name.slice(0, 60)) } });
  if (twice.length > 0) throw new ImportFault({ row: 1, code: 'columns.twice', facts: { columns: twice } });
  return names as Column[];
}

const BROKEN: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is never closed',
  CSV_MAX_RECORD_SIZE: 'a quote that is never closed, or a row without end',
  CSV_INVALID_CLOSING_QUOTE: 'a quote in the middle of a cell',
  INVALID_OPENING_QUOTE: 'a quote in the middle of a cell',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'another number of cells than the header',
};

function faultOf(error: unknown, lastLine: number): unknown {
  if (error instanceof ImportFault) return error;
  if (error instanceof CsvError)
    return new ImportFault({ row: lastLine + 1, code: 'file.broken', facts: { reason: BROKEN[error.code] ?? error.code } });
  if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new ImportFault({ row: 1, code: 'file.not-utf-8', facts: {} });
  return error;
}
