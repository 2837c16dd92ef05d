import { ACTOR_KINDS, type ActorKind } from '@slusen/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, recorded, references } from '../platform/columns.js';

@Entity('actor')
@oneOf('kind', ACTOR_KINDS)
export class ActorRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text', { unique: true })
  slug!: string;

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

  @recorded()
  recordId!: number;
}
