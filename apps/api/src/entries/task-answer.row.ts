import { TASK_ANSWER_KINDS, type TaskAnswerKind } from '@slusen/domain';
import { Check, Column, Entity, Index, JoinColumn, OneToOne } from 'typeorm';
import { oneOf } from '../platform/columns.js';
import { SaidOfFigureRow } from './said-of-figure.row.js';

/** What was said of a task instead of a figure. */
@Entity('task_answer')
@Index(['indicatorId', 'period'])
@oneOf('kind', TASK_ANSWER_KINDS)
@Check('ck_answer_day', `(kind = 'declined') = (until is null)`)
@Check('ck_answer_decides', `(kind in ('granted', 'declined')) = (decides_id is not null)`)
export class TaskAnswerRow extends SaidOfFigureRow {
  @Column('text')
  kind!: TaskAnswerKind;

  @Column('date', { nullable: true })
  until!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The request that is granted or declined, once. */
  @Column('integer', { nullable: true })
  decidesId!: number | null;

  @OneToOne(() => TaskAnswerRow)
  @JoinColumn({ name: 'decides_id' })
  decides?: TaskAnswerRow;
}
