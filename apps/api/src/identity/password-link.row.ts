import { PASSWORD_LINK_KINDS, type PasswordLinkKind } from '@slusen/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, references } from '../platform/columns.js';
import { AccountRow } from './account.row.js';

const ENDINGS = ['used', 'replaced'] as const;

/** A link by which somebody chooses a password, once and before it expires. */
@Entity('password_link')
@Index(['accountId'])
@oneOf('kind', PASSWORD_LINK_KINDS)
@oneOf('ending', ENDINGS)
export class PasswordLinkRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: PasswordLinkKind;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** SHA-256 of the link's token; the token itself stands in the mail alone. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamp with time zone')
  createdAt!: Date;

  @Column('timestamp with time zone')
  expiresAt!: Date;

  /** Why it works no more, besides that its time is over. */
  @Column('text', { nullable: true })
  ending!: (typeof ENDINGS)[number] | null;
}
