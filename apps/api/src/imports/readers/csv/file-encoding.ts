import type { TextEncoding } from '@slusen/domain';
import { createReadStream } from 'node:fs';
import { COLUMNS, columnNamed } from '../../file-columns.js';
import { separatorOf } from '../../file-header.js';
import { ImportFault } from '../../import-fault.js';

/** The encodings that files show of themselves: of today, "Unicode text" of spreadsheets, or Windows of old. */
type Encoding = Exclude<TextEncoding, 'macintosh'>;

const LINE_FEED = 0x0a;
/** Bytes of a line that are looked at. */
const LONGEST_LINE = 100_000;
/** What a byte that is no UTF-8 is read as. */
const NO_LETTER = '\ufffd';

/**
 * The encoding of a file. One in which some letters are UTF-8 and others are not has none: whatever it was read as, names would be silently
 * wrong. Throws ImportFault for it, with the place.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder();
  const found = { letters: false, others: false };
  let isFirst = true;
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    const wide = isFirst && utf16Of(bytes);
    if (wide) return wide;
    isFirst = false;
    note(found, decoder.decode(bytes, { stream: true }));
  }
  note(found, decoder.decode());
  if (!found.others) return 'utf-8';
  if (found.letters) throw await mixedLetters(path);
  return 'windows-1252';
}

function note(found: { letters: boolean; others: boolean }, text: string): void {
  found.others ||= text.includes(NO_LETTER);
  found.letters ||= /[\u0080-\ufffc]/.test(text);
}

/** UTF-16, by its mark, or by the nought beside its first letter. */
function utf16Of([first, second]: Buffer): Encoding | undefined {
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined;
}

/** The row (and the column, where the header is readable) of the first letter that is no UTF-8. */
async function mixedLetters(path: string): Promise<ImportFault> {
  let row = 0;
  let header: string | undefined;
  for await (const line of lines(path)) {
    row++;
    if (!isUtf8(line)) return faultIn(line, row, header ?? '');
    if (line.length > 1) header ??= line.toString('utf8').trim();
  }
  return new ImportFault({ row: Math.max(row, 1), code: 'file.mixed-letters', facts: {} });
}

function faultIn(line: Buffer, row: number, header: string): ImportFault {
  const separator = separatorOf(header);
  const before = new TextDecoder().decode(line).split(NO_LETTER)[0] ?? '';
  const named = columnNamed(header.split(separator)[before.split(separator).length - 1]?.replaceAll('"', '') ?? '');
  const column = COLUMNS.find((known) => known === named);
  return new ImportFault({ row, ...(column && { column }), code: 'file.mixed-letters', facts: {} });
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
