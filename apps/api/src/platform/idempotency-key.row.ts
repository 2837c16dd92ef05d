import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { refersTo } from './columns.js';

@Entity('idempotency_key')
@Index(['createdAt'])
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid')
  @refersTo('account')
  accountId!: string;

  @PrimaryColumn('text')
  key!: string;

  /** SHA-256 of method, path and body, so that a key cannot answer for another request. */
  @Column('bytea')
  fingerprint!: Buffer;

  @Column('jsonb')
  answer!: unknown;

  @Column('timestamp with time zone', { default: () => 'now()' })
  createdAt!: Date;
}
