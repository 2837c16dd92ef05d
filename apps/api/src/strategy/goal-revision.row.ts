import { GoalRow } from './goal.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { explainsChange, recorded, references } from '../platform/columns.js';

@Entity('goal_revision')
@explainsChange()
export class GoalRevisionRow {
  @PrimaryColumn('integer')
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: unknown;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('integer')
  position!: number;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text')
  descriptionSv!: string;

  @Column('text', { nullable: true })
  descriptionEn!: string | null;

  /** Why the goal is deliberately not measured; null when it is. */
  @Column('text', { nullable: true })
  unmeasuredReasonSv!: string | null;

  @Column('text', { nullable: true })
  unmeasuredReasonEn!: string | null;

  @Column('boolean')
  isExample!: boolean;

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}
