/**
 * The program that reads files of figures which somebody sent, in a thread of its own whose memory is limited. Looks at a file, mends it, or hands out
 * its parts as they are asked for.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { figureParts } from '../figure-parts.js';
import { ImportFault } from '../import-fault.js';
import type { Refused } from '../readers/reading-thread.js';
import type { FileAnswer, FileWish } from './file-reader.js';
import { mendedFile } from './mended-file.js';
import { surveyFile } from './survey-file.js';

const answer = (said: FileAnswer | Refused): void => parentPort?.postMessage(said, bytesOf(said));

/** They are handed over, not copied, where they are no part of what others use. */
function bytesOf(said: FileAnswer | Refused): ArrayBuffer[] {
  if (said.kind !== 'part') return [];
  const { buffer, length } = said.part.bytes;
  return buffer instanceof ArrayBuffer && length > 0 && buffer.byteLength === length ? [buffer] : [];
}

async function handOut({ file, tellsAll }: Extract<FileWish, { kind: 'parts' }>): Promise<void> {
  const parts = figureParts(file, { tellsAll });
  for (;;) {
    const { value, done } = await parts.next();
    answer(done ? { kind: 'end', sha256: value } : { kind: 'part', part: value });
    if (done || !parentPort) return;
    await once(parentPort, 'message');
  }
}

async function read(wish: FileWish): Promise<void> {
  if (wish.kind === 'survey') answer({ kind: 'survey', survey: await surveyFile(wish.path, wish.view) });
  else if (wish.kind === 'mend') answer({ kind: 'mended', text: await mendedFile(wish.wish) });
  else await handOut(wish);
}

try {
  await read(workerData as FileWish);
} catch (error) {
  if (!(error instanceof ImportFault)) throw error;
  answer({ kind: 'refused', faults: error.faults });
}
