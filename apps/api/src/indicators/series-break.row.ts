import { IndicatorRow } from './indicator.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { recorded, references } from '../platform/columns.js';

@Entity('series_break')
@Unique(['indicatorId', 'firstPeriod'])
export class SeriesBreakRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: unknown;

  @Column('text')
  firstPeriod!: string;

  @Column('text')
  reasonSv!: string;

  @Column('text', { nullable: true })
  reasonEn!: string | null;

  @Column('text', { nullable: true })
  decision!: string | null;

  @recorded()
  recordId!: number;
}
