import { Column, Entity, PrimaryColumn } from 'typeorm';
import { references } from '../../platform/columns.js';
import { AccountRow } from '../account.row.js';

/** What proves, besides the password, that it is somebody: the codes of an app on their telephone (TOTP, RFC 6238). */
@Entity('second_factor')
export class SecondFactorRow {
  @PrimaryColumn('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** The secret that the app shares, encrypted with the key of the data folder: who reads the database cannot make codes. */
  @Column('bytea')
  sealedSecret!: Buffer;

  /** Null while it is being set up. */
  @Column('timestamp with time zone', { nullable: true })
  confirmedAt!: Date | null;

  /** The last half minute whose code was used; each is good for once. */
  @Column('integer', { default: 0 })
  lastStep!: number;
}
