import { IndicatorRow } from './indicator.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

/** A note on the figure of one period: it stays where it is when the figure is corrected, and is there for computed ones too. */
@Entity('point_note')
@Unique(['indicatorId', 'territoryId', 'period', 'revision'])
export class PointNoteRow extends RevisionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('integer')
  territoryId!: number;

  @references(() => TerritoryRow, 'territory_id')
  territory?: TerritoryRow;

  @Column('text')
  period!: string;

  @Column('integer')
  revision!: number;

  /** It is not said any more. */
  @Column('boolean')
  isWithdrawn!: boolean;

  @Column('text')
  textSv!: string;

  @Column('text', { nullable: true })
  textEn!: string | null;
}
