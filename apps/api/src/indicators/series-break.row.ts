import { IndicatorRow } from './indicator.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('series_break')
@Unique(['indicatorId', 'firstPeriod', 'revision'])
export class SeriesBreakRow extends RevisionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('text')
  firstPeriod!: string;

  @Column('integer')
  revision!: number;

  /** The series does not break there after all. */
  @Column('boolean')
  isWithdrawn!: boolean;

  @Column('text')
  reasonSv!: string;

  @Column('text', { nullable: true })
  reasonEn!: string | null;

  @Column('text', { nullable: true })
  decision!: string | null;
}
