import { DomainError } from '../domain-error.js';
import { type Entry } from './entry.js';
import { saveEntry, type EntryStep } from './entry-workflow.js';

/** What a file that a figure rests on can be, by its content. */
export const ATTACHMENT_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** Files of one figure, those that were taken away and can be brought back included. */
export const MOST_ATTACHMENTS = 5;
/** Bytes of one file. */
export const LARGEST_ATTACHMENT = 10 * 1024 * 1024;

/** A file that an entry rests on, for whoever may read the entry; never published. Its content stays in the database. */
export interface EntryAttachment {
  readonly id: string;
  readonly name: string;
  readonly type: AttachmentType;
  readonly size: number;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
  /** Taken away, but not yet for good: that it is when the entry is submitted. */
  readonly isRemoved: boolean;
}

/** With one more file, as a change that its author saves. Throws `attachment.too-many` and what `saveEntry` throws. */
export function attach(entry: Entry, file: EntryAttachment, step: Pick<EntryStep, 'by' | 'at'>): Entry {
  const { attachments = [] } = entry;
  if (attachments.length >= MOST_ATTACHMENTS) throw new DomainError('attachment.too-many', { most: MOST_ATTACHMENTS });
  return { ...saveEntry(entry, entry.figure, step), attachments: [...attachments, file] };
}

/** With a file taken away, or brought back. Throws `attachment.not-found` and what `saveEntry` throws. */
export function keepAttachment(entry: Entry, { id, kept }: { id: string; kept: boolean }, step: Pick<EntryStep, 'by' | 'at'>): Entry {
  const { attachments = [] } = entry;
  if (!attachments.some((file) => file.id === id)) throw new DomainError('attachment.not-found', { attachment: id });
  const changed = attachments.map((file) => (file.id === id ? { ...file, isRemoved: !kept } : file));
  return { ...saveEntry(entry, entry.figure, step), attachments: changed };
}
