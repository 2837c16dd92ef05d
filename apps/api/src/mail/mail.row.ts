import { MAIL_KINDS, type MailKind } from '@slusen/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { oneOf, references } from '../platform/columns.js';

/** A mail that somebody was to get. */
@Entity('mail')
@oneOf('kind', MAIL_KINDS)
@Index(['createdAt'])
export class MailRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: MailKind;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('text')
  address!: string;

  @Column('text')
  subject!: string;

  /** Kept until it is sent or of no use any more, since it holds a link that lets somebody in. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('timestamp with time zone')
  createdAt!: Date;

  /** When the link in it ends. */
  @Column('timestamp with time zone')
  usefulUntil!: Date;

  @Column('timestamp with time zone', { nullable: true })
  sentAt!: Date | null;

  /** What the mail server said the last time that it was not sent. */
  @Column('text', { nullable: true })
  problem!: string | null;

  /** No mail server was named when it was to be sent: it is handed over by hand, and not sent later too. */
  @Column('boolean', { default: false })
  isKept!: boolean;
}
