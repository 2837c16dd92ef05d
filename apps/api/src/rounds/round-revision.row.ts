import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { recorded, references } from '../platform/columns.js';
import { RoundRow } from './round.row.js';

/** When a round is, as it was said at a time. It is a plan and no decision, so it needs none to change; who changed it stands in the audit trail. */
@Entity('follow_up_round_revision')
@Check('ck_round_days', 'due_on >= opens_on and review_until >= due_on and grace_days >= 0')
export class RoundRevisionRow {
  @PrimaryColumn('integer')
  roundId!: number;

  @references(() => RoundRow, 'round_id')
  round?: RoundRow;

  /** 1, 2, 3 … of each round. */
  @PrimaryColumn('integer')
  revision!: number;

  @Column('date')
  opensOn!: string;

  @Column('date')
  dueOn!: string;

  @Column('integer')
  graceDays!: number;

  @Column('date')
  reviewUntil!: string;

  @Column('timestamp with time zone', { nullable: true })
  publishAt!: Date | null;

  @Column('date', { nullable: true })
  locksOn!: string | null;

  @Column('boolean')
  isCancelled!: boolean;

  @recorded()
  recordId!: number;
}
