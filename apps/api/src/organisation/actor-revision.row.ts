import { ACTOR_KINDS, type ActorKind } from '@slusen/domain';
import { ActorRow } from './actor.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { explainsChange, oneOf, recorded, references } from '../platform/columns.js';

@Entity('actor_revision')
@oneOf('kind', ACTOR_KINDS)
@explainsChange()
export class ActorRevisionRow {
  @PrimaryColumn('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: unknown;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  kind!: ActorKind;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** A department belongs to its committee. */
  @Column('integer', { nullable: true })
  parentId!: number | null;

  @references(() => ActorRow, 'parent_id')
  parent?: unknown;

  @Column('text', { nullable: true })
  contact!: string | null;

  @Column('boolean')
  isExample!: boolean;

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}
