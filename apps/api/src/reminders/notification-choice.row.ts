import { Check, Column, Entity, OneToOne, JoinColumn, PrimaryColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';

/** What somebody chose to be written to about. It is theirs, and no history. */
@Entity('notification_choice')
@Check('ck_notification_days', 'coalesce(days_before, 1) > 0 and coalesce(every_days_after, 1) > 0 and coalesce(queue_after, 1) > 0')
export class NotificationChoiceRow {
  @PrimaryColumn('uuid')
  accountId!: string;

  @OneToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column('smallint', { nullable: true })
  daysBefore!: number | null;

  @Column('boolean')
  onLastDay!: boolean;

  @Column('smallint', { nullable: true })
  everyDaysAfter!: number | null;

  @Column('boolean')
  returned!: boolean;

  @Column('boolean')
  approved!: boolean;

  @Column('smallint', { nullable: true })
  queueAfter!: number | null;

  @Column('boolean', { default: true })
  timeDecided!: boolean;

  @Column('boolean')
  asked!: boolean;
}
