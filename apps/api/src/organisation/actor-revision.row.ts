import { ACTOR_KINDS, type ActorKind } from '@slusen/domain';
import { ActorRow } from './actor.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf, references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('actor_revision')
@oneOf('kind', ACTOR_KINDS)
export class ActorRevisionRow extends RevisionRow {
  @PrimaryColumn('integer')
  actorId!: number;

  @references(() => ActorRow, 'actor_id')
  actor?: ActorRow;

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
  parent?: ActorRow;

  @Column('text', { nullable: true })
  contact!: string | null;

  @Column('boolean')
  isExample!: boolean;
}
