import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import { attach, DomainError, keepAttachment, LARGEST_ATTACHMENT, type Entry, type EntryAttachment } from '@slusen/domain';
import { createHash } from 'node:crypto';
import type { Acting } from '../identity/acting.js';
import { readWhole } from '../platform/raw-body.js';
import { attachmentType } from './attachment-check.js';
import { AttachmentRepository } from './attachment.repository.js';
import { EntryChanges } from './entry-changes.js';
import type { EntryVersion } from './entry.repository.js';
import { ChangeDraft } from './change-draft.js';

/** A file on its way in, under a name that whoever sends it gave it. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Puts files with an entry, takes them away and brings them back: changes of the draft like any other, each with its author. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly changes: EntryChanges,
    private readonly drafts: ChangeDraft,
  ) {}

  /** Sent again under the same name it is one. Throws `attachment.…` by what is wrong with it. */
  async add(acting: Acting, change: EntryVersion, { id, name, content }: SentFile): Promise<EntryView> {
    // Nobody who may not write in the entry makes us read ten million bytes.
    await this.drafts.requireWriter(acting, change.id);
    const whole = await readWhole(content, LARGEST_ATTACHMENT, () => new DomainError('attachment.too-large'));
    const sha256 = createHash('sha256').update(whole).digest('hex');
    const file: EntryAttachment = { id, name, type: await attachmentType(whole, name), size: whole.length, sha256, isRemoved: false };
    return this.drafts.change(acting, change.id, async (stored) => {
      if (stored.entry.attachments?.some((one) => one.id === id && one.sha256 === sha256)) return stored.entry;
      const by = { by: acting.account.id, at: acting.at };
      const step = (entry: Entry): Entry => attach(entry, file, by);
      return this.changes.change({ ...change, stored }, { step, also: () => this.store(stored.entry, file, whole) });
    });
  }

  /** Takes a file away, or brings it back. Throws `attachment.not-found`. */
  async keep(acting: Acting, change: EntryVersion, wanted: { readonly id: string; readonly kept: boolean }): Promise<EntryView> {
    return this.drafts.change(acting, change.id, (stored) => {
      const step = (entry: Entry): Entry => keepAttachment(entry, wanted, { by: acting.account.id, at: acting.at });
      const also = async () => {
        await this.attachments.keep(wanted.id, wanted.kept);
        return {};
      };
      return this.changes.change({ ...change, stored }, { step, also });
    });
  }

  private async store({ id }: Entry, file: EntryAttachment, content: Buffer): Promise<Record<string, never>> {
    if (!(await this.attachments.add(id, file, content))) throw new DomainError('attachment.not-found', { attachment: file.id });
    return {};
  }
}
