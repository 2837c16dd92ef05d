import type { NewReorganisation } from '@slusen/contracts';
import { PLAN_STATES, type IsoDate, type PlanState } from '@slusen/domain';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { oneOf, references } from '../platform/columns.js';

/** Why a plan could not be carried out on its day: the rule that refused it. */
export interface PlanRefusal {
  readonly code: string;
  readonly detail: string;
}

/** A reorganisation that is decided before its day. It is work under way, not history: what it becomes on its day is. An actor has one at most. */
@Entity('planned_reorganisation')
@oneOf('state', PLAN_STATES)
@Check('ck_request_while_open', `(request is not null) = (state in ('planned', 'failed'))`)
@Index('uq_planned_reorganisation_open', ['actorId'], { unique: true, where: `state in ('planned', 'failed')` })
export class PlannedReorganisationRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: ActorRow;

  @Column('date')
  holdsFrom!: IsoDate;

  @Column('text')
  state!: PlanState;

  /** Null once it is over: what was decided then stands in the history alone, where a disposal finds it. */
  @Column('jsonb', { nullable: true })
  request!: NewReorganisation | null;

  @Column('jsonb', { nullable: true })
  refusal!: PlanRefusal | null;

  @Column('uuid')
  plannedById!: string;

  @references(() => AccountRow, 'planned_by_id')
  plannedBy?: AccountRow;

  @Column('timestamp with time zone', { default: () => 'now()' })
  plannedAt!: Date;
}
