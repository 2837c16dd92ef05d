import { REORGANISATION_KINDS, type IsoDate, type ReorganisationKind } from '@slusen/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, recorded, references } from '../platform/columns.js';
import { ActorRow } from './actor.row.js';

/** That an actor got another name or ended, from which day and by which decision. It ends once. */
@Entity('reorganisation')
@oneOf('kind', REORGANISATION_KINDS)
@Index('uq_reorganisation_ends_once', ['actorId'], { unique: true, where: `kind <> 'rename'` })
export class ReorganisationRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: ActorRow;

  @Column('text')
  kind!: ReorganisationKind;

  /** The first day on which it holds. */
  @Column('date')
  holdsFrom!: IsoDate;

  @Column('text')
  decision!: string;

  @Column('text')
  reason!: string;

  @recorded()
  recordId!: number;
}
