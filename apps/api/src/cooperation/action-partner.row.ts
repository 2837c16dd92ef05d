import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ActorRow } from '../organisation/actor.row.js';
import { recorded, references } from '../platform/columns.js';
import { ActionRevisionRow } from './action-revision.row.js';

/** Who takes part in an action beside its leader, by a revision of it. */
@Entity('action_partner')
export class ActionPartnerRow {
  @PrimaryColumn('integer')
  actionId!: number;

  @PrimaryColumn('integer')
  revision!: number;

  @ManyToOne(() => ActionRevisionRow)
  @JoinColumn([
    { name: 'action_id', referencedColumnName: 'actionId' },
    { name: 'revision', referencedColumnName: 'revision' },
  ])
  of?: ActionRevisionRow;

  @PrimaryColumn('integer')
  @Index()
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: ActorRow;

  @recorded()
  recordId!: number;
}
