import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isUtf16, notUtf8 } from './file-encoding.js';

/** Small, since what lives while a part is on its way to the database becomes the program's memory. */
const PART_BYTES = 16 * 1024;

/**
 * The text of a UTF-8 file in parts, without its byte order mark; `digest` takes every byte. A byte that is no UTF-8 stops the import: read
 * as something else, names and units would be silently wrong. Throws ImportFault with its place.
 */
export async function* readTexts(path: string, digest: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>) {
      if (isFirst && isUtf16(bytes)) throw await notUtf8(path);
      isFirst = false;
      digest.update(bytes);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? await notUtf8(path) : error;
  }
}
