import { isMainThread } from 'node:worker_threads';
import { ReadingThread } from '../reading-thread.js';
import type { WrittenRow } from '../written-row.js';
import type { SheetAbout } from './open-sheet.js';

/** What the program that reads workbooks is given. */
export interface WorkbookWish {
  readonly path: string;
  readonly sheet?: string | undefined;
}

/** What it answers where it refuses nothing. */
export type WorkbookAnswer =
  | { readonly kind: 'about'; readonly about: SheetAbout }
  | { readonly kind: 'rows'; readonly rows: readonly WrittenRow[] }
  | { readonly kind: 'end' };

/** A sheet that was opened; its rows can be gone through once, and whoever does not go to their end closes it. */
export interface Workbook {
  readonly about: SheetAbout;
  readonly rows: AsyncGenerator<readonly WrittenRow[]>;
  readonly close: () => Promise<void>;
}

/** Opens a workbook in a thread of its own, or in the one that reads files already. Throws ImportFault for one that is not safe, not plain or too large. */
export async function openWorkbook(wish: WorkbookWish, memory?: number): Promise<Workbook> {
  if (!isMainThread) return openHere(wish);
  const { path, sheet } = wish;
  const thread = new ReadingThread<WorkbookAnswer>({
    name: 'read-workbook',
    wish: { path, sheet },
    memory,
    tooLarge: 'workbook.too-large',
  });
  const end = (): Promise<void> => thread.end();
  try {
    const first = await thread.first();
    if (first.kind !== 'about') throw new Error(`A workbook began with ${first.kind}`);
    return { about: first.about, rows: rowsOf(thread), close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function* rowsOf(thread: ReadingThread<WorkbookAnswer>): AsyncGenerator<readonly WrittenRow[]> {
  try {
    for (;;) {
      const answer = await thread.next();
      if (answer.kind !== 'rows') return;
      yield answer.rows;
    }
  } finally {
    await thread.end();
  }
}

async function openHere({ path, sheet }: WorkbookWish): Promise<Workbook> {
  // Only programs that read carry what unpacks.
  const { openSheet } = await import('./open-sheet.js');
  const { about, rows } = await openSheet(path, sheet);
  return { about, rows: oneAfterAnother(rows()), close: () => Promise.resolve() };
}

async function* oneAfterAnother<T>(parts: Iterable<T>): AsyncGenerator<T> {
  for (const part of parts) yield await Promise.resolve(part);
}
