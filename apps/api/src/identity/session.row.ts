import { AccountRow } from './account.row.js';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { references } from '../platform/columns.js';

@Entity('session')
@Index(['accountId'])
export class SessionRow {
  /** SHA-256 of the cookie; the cookie itself is stored nowhere. */
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('timestamp with time zone')
  createdAt!: Date;

  @Column('timestamp with time zone')
  lastSeenAt!: Date;

  @Column('timestamp with time zone')
  expiresAt!: Date;

  /** Nothing but setting up a second factor can be done in it, until that is done. */
  @Column('boolean', { default: false })
  needsSecondFactor!: boolean;
}
