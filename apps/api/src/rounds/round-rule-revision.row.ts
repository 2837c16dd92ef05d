import { ROUND_CADENCES } from '@slusen/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf, recorded } from '../platform/columns.js';

/** By what rounds come by themselves after each period of a cadence, as it was said at a time. */
@Entity('follow_up_rule_revision')
@oneOf('cadence', ROUND_CADENCES)
@Check('ck_rule_days', 'days_open > 0 and grace_days >= 0 and review_days >= 0')
export class RoundRuleRevisionRow {
  @PrimaryColumn('text')
  cadence!: (typeof ROUND_CADENCES)[number];

  /** 1, 2, 3 … of each cadence. */
  @PrimaryColumn('integer')
  revision!: number;

  @Column('integer')
  opensAfter!: number;

  @Column('integer')
  daysOpen!: number;

  @Column('integer')
  graceDays!: number;

  @Column('integer')
  reviewDays!: number;

  @Column('integer', { nullable: true })
  publishAfter!: number | null;

  @Column('integer', { nullable: true })
  locksAfter!: number | null;

  @Column('boolean')
  isOn!: boolean;

  @recorded()
  recordId!: number;
}
