import { ACTOR_ROLES, type ActorRole } from '@slusen/domain';
import { ActorRow } from '../organisation/actor.row.js';
import { GoalRow } from './goal.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf, references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('responsibility')
@Unique(['goalId', 'actorId', 'role', 'revision'])
@oneOf('role', ACTOR_ROLES)
export class ResponsibilityRow extends RevisionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: GoalRow;

  @Column('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: ActorRow;

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
}
