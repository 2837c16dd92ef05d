import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { references } from '../../platform/columns.js';
import { AccountRow } from '../account.row.js';

/** A key by which a business system comes in as an account of its own. It may have two for a while, so that one can be changed for another. */
@Entity('machine_key')
@Index(['accountId'])
export class MachineKeyRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** SHA-256: the key is random and long, and stored nowhere. */
  @Column('bytea', { unique: true })
  keyHash!: Buffer;

  @Column('timestamp with time zone')
  createdAt!: Date;

  /** From then on it opens nothing. */
  @Column('timestamp with time zone')
  expiresAt!: Date;

  @Column('timestamp with time zone', { nullable: true })
  revokedAt!: Date | null;

  /** To the hour: each request would otherwise be a write. */
  @Column('timestamp with time zone', { nullable: true })
  lastUsedAt!: Date | null;
}
