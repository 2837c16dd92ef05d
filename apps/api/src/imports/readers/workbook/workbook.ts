import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { besideThisCode } from '../../../platform/build-folder.js';
import { ImportFault, type RowFault } from '../../import-fault.js';
import type { WrittenRow } from '../written-row.js';
import type { SheetAbout } from './open-sheet.js';

/** What the program that reads workbooks is given. */
export interface WorkbookWish {
  readonly path: string;
  readonly sheet?: string | undefined;
}

/** What it answers. */
export type WorkbookAnswer =
  | { readonly kind: 'about'; readonly about: SheetAbout }
  | { readonly kind: 'rows'; readonly rows: readonly WrittenRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] };

/** A sheet that was opened; its rows can be gone through once, and whoever does not go to their end closes it. */
export interface Workbook {
  readonly about: SheetAbout;
  readonly rows: AsyncGenerator<readonly WrittenRow[]>;
  readonly close: () => Promise<void>;
}

/** A hundred thousand rows take a few seconds; whatever takes as long as this is ended. */
const PATIENCE_MS = 120_000;
/** MiB of what the program keeps; a hundred thousand rows take about half of it. */
const MEMORY = 256;

/** Opens a workbook in a thread of its own. Throws ImportFault for one that is not safe, not plain or too large. */
export async function openWorkbook({ path, sheet }: WorkbookWish, memory = MEMORY): Promise<Workbook> {
  const worker = new Worker(besideThisCode('programs', 'read-workbook.mjs'), {
    workerData: { path, sheet } satisfies WorkbookWish,
    // Of the settings, passwords among them, it needs none.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
  });
  // Told to whoever waits for an answer; without a listener it would end the whole program.
  worker.on('error', () => undefined);
  const end = async (): Promise<void> => void (await worker.terminate());
  try {
    const first = await answerOf(worker);
    if (first.kind !== 'about') throw new Error(`A workbook began with ${first.kind}`);
    return { about: first.about, rows: rowsOf(worker, end), close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function* rowsOf(worker: Worker, end: () => Promise<void>): AsyncGenerator<readonly WrittenRow[]> {
  try {
    for (;;) {
      const next = answerOf(worker);
      worker.postMessage('more');
      const answer = await next;
      if (answer.kind !== 'rows') return;
      yield answer.rows;
    }
  } finally {
    await end();
  }
}

/** The next answer. Throws ImportFault where the file is refused, the memory does not suffice, or it takes too long. */
async function answerOf(worker: Worker): Promise<WorkbookAnswer> {
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [WorkbookAnswer];
    if (answer.kind === 'refused') throw new ImportFault(...answer.faults);
    return answer;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY' || name === 'AbortError')
      throw new ImportFault({ row: 1, code: 'workbook.too-large', facts: {} });
    throw error;
  }
}
