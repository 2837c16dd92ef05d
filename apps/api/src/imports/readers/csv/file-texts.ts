import type { TextEncoding } from '@slusen/domain';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { encodingOf } from './file-encoding.js';
import { ImportFault } from '../../import-fault.js';

/** Small, since what lives while a part is on its way to the database becomes the program's memory. */
const PART_BYTES = 16 * 1024;

/**
 * The text of a file in parts, without its byte order mark; `digest` takes every byte. `said` is its encoding where somebody said so. Throws
 * ImportFault for a file that is no text, or none of that encoding.
 */
export async function* readTexts(path: string, digest: Hash, said?: TextEncoding): AsyncGenerator<string> {
  const encoding = said ?? (await encodingOf(path));
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>) {
      digest.update(bytes);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    const isCutOff = (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    throw isCutOff ? new ImportFault({ row: 1, code: said ? 'file.other-letters' : 'file.cut-off', facts: { encoding } }) : error;
  }
}
