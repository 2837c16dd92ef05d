import type { ImportForm } from '@slusen/contracts';
import type { FigurePart } from '../figure-parts.js';
import type { FigureFile } from '../readers/figure-records.js';
import { ReadingThread } from '../readers/reading-thread.js';
import type { MendWish } from './mended-file.js';
import type { Survey } from './survey-file.js';

/** How a file is looked at that nobody said the columns of. */
export interface FileView {
  readonly sheet?: string | undefined;
  readonly form?: ImportForm | undefined;
}

/** What the program that reads files is given. */
export type FileWish =
  | { readonly kind: 'survey'; readonly path: string; readonly view: FileView }
  | { readonly kind: 'parts'; readonly file: FigureFile; readonly tellsAll: boolean }
  | { readonly kind: 'mend'; readonly wish: MendWish };

/** What it answers where it refuses nothing. */
export type FileAnswer =
  | { readonly kind: 'survey'; readonly survey: Survey }
  | { readonly kind: 'part'; readonly part: FigurePart }
  | { readonly kind: 'end'; readonly sha256: Uint8Array }
  | { readonly kind: 'mended'; readonly text: string };

const threadOf = (wish: FileWish): ReadingThread<FileAnswer> =>
  new ReadingThread<FileAnswer>({ name: 'read-file', wish, tooLarge: 'file.too-large' });

/** Looks at the beginning of a file. */
export async function surveyApart(path: string, view: FileView = {}): Promise<Survey> {
  const answer = await onlyAnswer({ kind: 'survey', path, view });
  if (answer.kind !== 'survey') throw new Error(`A survey ended with ${answer.kind}`);
  return answer.survey;
}

/** The refused rows of a file as it has them, with what is wrong with each. */
export async function mendApart(wish: MendWish): Promise<string> {
  const answer = await onlyAnswer({ kind: 'mend', wish });
  if (answer.kind !== 'mended') throw new Error(`A file to mend ended with ${answer.kind}`);
  return answer.text;
}

async function onlyAnswer(wish: FileWish): Promise<FileAnswer> {
  const thread = threadOf(wish);
  try {
    return await thread.first();
  } finally {
    await thread.end();
  }
}

/** Reads a file part by part; returns its digest. Throws ImportFault for a file that is none. */
export async function* partsApart(
  { path, sheet, form, mapping, source }: FigureFile,
  { tellsAll }: { readonly tellsAll: boolean },
): AsyncGenerator<FigurePart, Buffer> {
  const thread = threadOf({ kind: 'parts', file: { path, sheet, form, mapping, source }, tellsAll });
  try {
    let answer = await thread.first();
    for (; answer.kind === 'part'; answer = await thread.next()) yield answer.part;
    if (answer.kind !== 'end') throw new Error(`A file ended with ${answer.kind}`);
    return Buffer.from(answer.sha256);
  } finally {
    await thread.end();
  }
}
