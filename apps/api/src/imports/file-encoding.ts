import { createReadStream } from 'node:fs';
import { COLUMNS, type Column } from './file-columns.js';
import { separatorOf } from './file-header.js';
import { ImportFault } from './import-fault.js';

const LINE_FEED = 0x0a;
/** Bytes of a line that are looked at. */
const LONGEST_LINE = 100_000;

/** Whether a file that begins like this is UTF-16, as spreadsheets write "Unicode text": by its mark, or the nought beside its first letter. */
export function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

/** Why a file cannot be read as UTF-8, with the row (and the column, where the header is readable) of the first letter that is none. */
export async function notUtf8(path: string): Promise<ImportFault> {
  let row = 0;
  let header: string | undefined;
  for await (const line of lines(path)) {
    row++;
    if (row === 1 && isUtf16(line)) return new ImportFault({ row, code: 'file.utf-16', facts: {} });
    if (!isUtf8(line)) return faultIn(line, row, header ?? '');
    if (line.length > 1) header ??= line.toString('utf8').trim();
  }
  return new ImportFault({ row: Math.max(row, 1), code: 'file.not-utf-8', facts: {} });
}

function faultIn(line: Buffer, row: number, header: string): ImportFault {
  const separator = separatorOf(header);
  const before = new TextDecoder().decode(line).split('\ufffd')[0] ?? '';
  const name = header.split(separator)[before.split(separator).length - 1]?.replaceAll('"', '').trim();
  const column = COLUMNS.find((known): known is Column => known === name);
  return new ImportFault({ row, ...(column && { column }), code: 'file.not-utf-8', facts: {} });
}

function isUtf8(line: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
}

/** The bytes of each line; of one without end only its beginning. */
async function* lines(path: string): AsyncGenerator<Buffer> {
  let left = Buffer.alloc(0);
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([left, bytes.subarray(from, end)]);
      left = Buffer.alloc(0);
      from = end + 1;
    }
    left = Buffer.concat([left, bytes.subarray(from)]);
    if (left.length > LONGEST_LINE) break;
  }
  yield left;
}
