import { StrategyVersionRow } from './strategy-version.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { recorded, references } from '../platform/columns.js';

@Entity('area')
@Unique(['strategyVersionId', 'slug'])
export class AreaRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  strategyVersionId!: number;

  @references(() => StrategyVersionRow, 'strategy_version_id')
  strategyVersion?: StrategyVersionRow;

  @Column('text')
  slug!: string;

  @recorded()
  recordId!: number;
}
