import { IndicatorRow } from './indicator.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { explainsChange, recorded, references } from '../platform/columns.js';

@Entity('series_break')
@Unique(['indicatorId', 'firstPeriod', 'revision'])
@explainsChange()
export class SeriesBreakRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: unknown;

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

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}
