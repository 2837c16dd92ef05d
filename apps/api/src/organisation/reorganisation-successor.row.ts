import { Entity, PrimaryColumn } from 'typeorm';
import { recorded, references } from '../platform/columns.js';
import { ActorRow } from './actor.row.js';
import { ReorganisationRow } from './reorganisation.row.js';

/** Who took over from an actor that ended. */
@Entity('reorganisation_successor')
export class ReorganisationSuccessorRow {
  @PrimaryColumn('integer')
  reorganisationId!: number;

  @references(() => ReorganisationRow, 'reorganisation_id')
  reorganisation?: ReorganisationRow;

  @PrimaryColumn('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: ActorRow;

  @recorded()
  recordId!: number;
}
