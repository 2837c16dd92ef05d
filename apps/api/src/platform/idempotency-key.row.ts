import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('idempotency_key')
@Index(['createdAt'])
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid')
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
