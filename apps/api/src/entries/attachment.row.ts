import { ATTACHMENT_TYPES, type AttachmentType } from '@slusen/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf, references } from '../platform/columns.js';
import { EntryRow } from './entry.row.js';

/** A file that an entry rests on. No history: it is taken away for good while the entry is under way, and stays as it is after that. */
@Entity('entry_attachment')
@oneOf('type', ATTACHMENT_TYPES)
@Check('ck_attachment_content', 'size = length(content) and sha256 = sha256(content)')
export class AttachmentRow {
  /** Named by whoever sends it, so that what is sent twice is one. */
  @PrimaryColumn('uuid')
  id!: string;

  /** The order in which they came. */
  @Column('integer')
  place!: number;

  @Column('uuid')
  @Index()
  entryId!: string;

  @references(() => EntryRow, 'entry_id')
  entry?: EntryRow;

  @Column('text')
  name!: string;

  @Column('text')
  type!: AttachmentType;

  @Column('integer')
  size!: number;

  @Column('bytea')
  sha256!: Buffer;

  @Column('bytea')
  content!: Buffer;

  @Column('boolean', { default: false })
  isRemoved!: boolean;
}
