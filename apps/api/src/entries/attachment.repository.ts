import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntryAttachment } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { statement, Statements } from '../platform/statements.js';
import { AttachmentRow } from './attachment.row.js';

const ADD = statement({
  name: 'attachment.add',
  text: `
    insert into entry_attachment (id, place, entry_id, name, type, size, sha256, content)
    select $1, coalesce(max(f.place), 0) + 1, $2, $3, $4, $5, decode($6, 'hex'), $7 from entry_attachment f where f.entry_id = $2
    on conflict (id) do nothing returning id`,
});
const KEEP = statement({ name: 'attachment.keep', text: `update entry_attachment set is_removed = not $2::boolean where id = $1` });

/** Keeps the files of entries; what they are to their entry is its own to say. */
@Injectable()
export class AttachmentRepository {
  constructor(
    private readonly statements: Statements,
    @InjectRepository(AttachmentRow) private readonly rows: Repository<AttachmentRow>,
  ) {}

  /** Adds a file to a locked entry; false where another entry has one of that name already. */
  async add(entryId: string, { id, name, type, size, sha256 }: EntryAttachment, content: Buffer): Promise<boolean> {
    const added = await this.statements.rows(ADD, [id, entryId, name, type, size, sha256, content]);
    return added.length === 1;
  }

  /** Takes a file away, or brings it back. */
  async keep(id: string, isKept: boolean): Promise<void> {
    await this.statements.rows(KEEP, [id, isKept]);
  }

  /** A file of an entry with its content. */
  content(entryId: string, id: string): Promise<AttachmentRow | null> {
    return this.rows.findOne({ where: { id, entryId } });
  }
}
