import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Hash } from 'node:crypto';
import { ImportFault } from '../../import-fault.js';

const BEGINNING = 4096;
const PART_BYTES = 64 * 1024;

/** The text of a PX file in parts, by the letters that it says it has; `digest` takes every byte. Throws ImportFault for others. */
export async function* pxTexts(path: string, digest: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder(await lettersOf(path), { fatal: true });
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>) {
      digest.update(bytes);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw unknownLetters(decoder.encoding);
  }
}

const unknownLetters = (said: string): ImportFault => new ImportFault({ row: 1, code: 'px.letters', facts: { said } });

/**
 * What the file says of its letters: `CODEPAGE`, else `CHARSET="ANSI"`, which is Windows-1252. One that says nothing is of the time of DOS, whose letters
 * beyond ASCII are others; today it is as often UTF-8.
 */
async function lettersOf(path: string): Promise<string> {
  const beginning = await beginningOf(path);
  const [, page] = /CODEPAGE\s*=\s*"([^"]*)"/i.exec(beginning) ?? [];
  const [, charset = ''] = /CHARSET\s*=\s*"([^"]*)"/i.exec(beginning) ?? [];
  if (beginning.startsWith('\xef\xbb\xbf')) return 'utf-8';
  if (page !== undefined) return knownPage(page.trim());
  return /^ansi$/i.test(charset.trim()) ? 'windows-1252' : 'utf-8';
}

function knownPage(page: string): string {
  try {
    return new TextDecoder(page).encoding;
  } catch {
    throw unknownLetters(page.slice(0, 40));
  }
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
