import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_event')
export class AuditEventRow {
  @PrimaryColumn('bigint')
  seq!: number;

  /** Canonical JSON (RFC 8785): the very bytes that were hashed. */
  @Column('text')
  payload!: string;

  @Column('bytea')
  previousHash!: Buffer;

  @Column('bytea', { unique: true })
  hash!: Buffer;
}
