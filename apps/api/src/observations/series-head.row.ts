import { IndicatorRow } from '../indicators/indicator.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { recorded, references } from '../platform/columns.js';

@Entity('series_head')
@Unique(['indicatorId', 'territoryId', 'breakdown'])
export class SeriesHeadRow {
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

  /** Key of a part (`kon=kvinnor`); empty for the whole. */
  @Column('text', { default: '' })
  breakdown!: string;

  @recorded()
  recordId!: number;
}
