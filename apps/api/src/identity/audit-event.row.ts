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

  @Column('bytea')
  previousHash!: Buffer;

  @Column('bytea', { unique: true })
  hash!: Buffer;
}
