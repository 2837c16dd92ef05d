import { AreaRow } from './area.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { recorded, references } from '../platform/columns.js';

@Entity('goal')
@Unique(['areaId', 'slug'])
export class GoalRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  areaId!: number;

  @references(() => AreaRow, 'area_id')
  area?: unknown;

  @Column('text')
  slug!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text')
  descriptionSv!: string;

  @Column('text', { nullable: true })
  descriptionEn!: string | null;

  /** Why the goal is deliberately not measured; null when it is. */
  @Column('text', { nullable: true })
  unmeasuredReasonSv!: string | null;

  @Column('text', { nullable: true })
  unmeasuredReasonEn!: string | null;

  @Column('boolean')
  isExample!: boolean;

  @recorded()
  recordId!: number;
}
