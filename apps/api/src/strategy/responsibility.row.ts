import { ACTOR_ROLES, type ActorRole } from '@slusen/domain';
import { ActorRow } from '../organisation/actor.row.js';
import { GoalRow } from './goal.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf, recorded, references } from '../platform/columns.js';

@Entity('responsibility')
@Unique(['goalId', 'actorId', 'role'])
@oneOf('role', ACTOR_ROLES)
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

  @Column('text', { nullable: true })
  noteSv!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @recorded()
  recordId!: number;
}
