import { GoalRow } from './goal.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('goal_revision')
export class GoalRevisionRow extends RevisionRow {
  @PrimaryColumn('integer')
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: GoalRow;

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
}
