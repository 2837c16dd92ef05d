import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { references } from '../../platform/columns.js';
import { AccountRow } from '../account.row.js';

/** Who at a provider an account is. One never becomes another: a subject is not used again, which e-mail addresses are. */
@Entity('external_identity')
@Index(['accountId'])
export class ExternalIdentityRow {
  /** The provider, exactly as it calls itself. */
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('timestamp with time zone', { default: () => 'now()' })
  createdAt!: Date;
}
