import { TASK_ANSWER_KINDS, type TaskAnswerKind } from '@slusen/domain';
import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { oneOf, recorded, references } from '../platform/columns.js';

/** What was said of a task instead of a figure. A figure that nobody has entered has no series yet, so it is named by its place. */
@Entity('task_answer')
@Index(['indicatorId', 'period'])
@oneOf('kind', TASK_ANSWER_KINDS)
@Check('ck_answer_day', `(kind = 'declined') = (until is null)`)
@Check('ck_answer_decides', `(kind in ('granted', 'declined')) = (decides_id is not null)`)
export class TaskAnswerRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('integer')
  territoryId!: number;

  @references(() => TerritoryRow, 'territory_id')
  territory?: TerritoryRow;

  @Column('text')
  breakdown!: string;

  @Column('text')
  period!: string;

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

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** Which department answered for the figure then. */
  @Column('integer')
  departmentId!: number;

  @references(() => ActorRow, 'department_id')
  department?: ActorRow;

  @recorded()
  recordId!: number;
}
