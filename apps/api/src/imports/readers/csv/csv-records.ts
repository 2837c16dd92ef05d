import type { FileRecord } from '../../file-columns.js';
import { SEPARATOR_LINE, separatorNamed, separatorOf } from '../../file-header.js';
import { readTexts } from './file-texts.js';
import { PlainLines } from './plain-lines.js';
import { quotedRecords } from './quoted-records.js';
import type { Reading } from '../figure-records.js';

/**
 * Reads a file of cells between commas, semicolons or tabs, many records at a time; `digest` takes its bytes. Lines without a quote, which
 * nearly all files are made of, are cut by PlainLines; from the first part with a quote on, csv-parse reads. Throws ImportFault with row and
 * reason.
 */
export async function* csvRecords(
  path: string,
  { digest, onFault }: Pick<Reading, 'digest' | 'onFault'>,
): AsyncGenerator<readonly FileRecord[]> {
  const texts = readTexts(path, digest);
  const beginning = (await texts.next()).value ?? '';
  const [said = '', mark] = SEPARATOR_LINE.exec(beginning) ?? [];
  const plain = new PlainLines(mark === undefined ? undefined : separatorNamed(mark), onFault);
  for await (const text of continued(beginning.slice(said.length), texts)) {
    if (plain.canTake(text)) {
      yield plain.take(text);
      continue;
    }
    const first = plain.left + text;
    const { rows, columns, ending, separator = separatorOf(first) } = plain;
    yield* quotedRecords(continued(first, texts), { rows, columns, ending, separator, onFault });
    return;
  }
  yield plain.end();
}

/** The text that was read already, and what follows. */
export async function* continued(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
