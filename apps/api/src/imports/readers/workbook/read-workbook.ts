/**
 * The program that reads a workbook, in a thread of its own whose memory is limited: pages go on answering meanwhile, and a file that is made
 * to fill the memory fills only this one's. Tells about the sheet, then hands out its rows as they are asked for.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ImportFault } from '../../import-fault.js';
import { openSheet } from './open-sheet.js';
import type { Refused } from '../reading-thread.js';
import type { WorkbookAnswer, WorkbookWish } from './workbook.js';

const answer = (said: WorkbookAnswer | Refused): void => parentPort?.postMessage(said);

try {
  const { path, sheet } = workerData as WorkbookWish;
  const { about, rows } = await openSheet(path, sheet);
  const parts = rows();
  parentPort?.on('message', () => {
    const next = parts.next();
    answer(next.done ? { kind: 'end' } : { kind: 'rows', rows: next.value });
    if (next.done) parentPort?.close();
  });
  answer({ kind: 'about', about });
} catch (error) {
  if (!(error instanceof ImportFault)) throw error;
  answer({ kind: 'refused', faults: error.faults });
}
