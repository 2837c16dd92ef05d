import { Entity, PrimaryColumn } from 'typeorm';
import { references } from '../../platform/columns.js';
import { AccountRow } from '../account.row.js';

/** A code on paper that lets somebody in once without their telephone; it is gone when it was used. */
@Entity('recovery_code')
export class RecoveryCodeRow {
  @PrimaryColumn('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** SHA-256: the code is random and long, so that nobody guesses it from its hash. */
  @PrimaryColumn('bytea')
  codeHash!: Buffer;
}
