import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { AttachmentRepository } from './attachment.repository.js';
import type { AttachmentRow } from './attachment.row.js';
import { EntryViewQuery } from './entry-view.query.js';
import { EntryRepository } from './entry.repository.js';

/** Shows an entry to who may see it. */
@Injectable()
export class ReadEntry {
  constructor(
    private readonly entries: EntryRepository,
    private readonly permissions: Permissions,
    private readonly views: EntryViewQuery,
    private readonly attachments: AttachmentRepository,
  ) {}

  /** Throws `entry.not-found`, also for one that lies outside the account's scope. */
  async read(acting: Acting, id: string): Promise<EntryView> {
    const stored = await this.entries.find(id);
    this.permissions.require(acting.account, 'entry.read', stored.entry);
    const definitionOf = await this.views.definitions(acting.asOf);
    return this.views.view(acting, stored, await definitionOf(stored.entry.indicator));
  }

  /** A file of an entry, for whoever may see the entry. Throws `entry.not-found` and `attachment.not-found`. */
  async attachment(acting: Acting, id: string, attachment: string): Promise<AttachmentRow> {
    this.permissions.require(acting.account, 'entry.read', (await this.entries.find(id)).entry);
    const file = await this.attachments.content(id, attachment);
    if (!file) throw new DomainError('attachment.not-found', { attachment });
    return file;
  }
}
