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
  area?: AreaRow;

  @Column('text')
  slug!: string;

  @recorded()
  recordId!: number;
}
