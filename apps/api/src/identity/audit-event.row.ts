import { Column, Entity, PrimaryColumn } from 'typeorm';
import { refersTo } from '../platform/columns.js';

@Entity('audit_event')
export class AuditEventRow {
  /** The transaction it seals. */
  @PrimaryColumn('bigint')
  @refersTo('record')
  recordId!: number;

  /** Canonical JSON (RFC 8785): the very bytes that were hashed. */
  @Column('text')
  payload!: string;

  /**
   * What it seals: place, moment and the digest of every row that the transaction recorded, as the text that was hashed before the
   * payload; null in events that are older than digests.
   */
  @Column('text', { nullable: true })
  sealed!: string | null;

  @Column('bytea')
  previousHash!: Buffer;

  @Column('bytea', { unique: true })
  hash!: Buffer;
}
