import { ACTOR_ROLES, type ActorRole } from '@slusen/domain';
import { ActorRow } from '../organisation/actor.row.js';
import { GoalRow } from './goal.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { explainsChange, oneOf, recorded, references } from '../platform/columns.js';

@Entity('responsibility')
@Unique(['goalId', 'actorId', 'role', 'revision'])
@oneOf('role', ACTOR_ROLES)
@explainsChange()
export class ResponsibilityRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: unknown;

  @Column('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: unknown;

  @Column('text')
  role!: ActorRole;

  @Column('integer')
  revision!: number;

  /** The actor does not have the role any more. */
  @Column('boolean')
  isWithdrawn!: boolean;

  @Column('text', { nullable: true })
  noteSv!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}
