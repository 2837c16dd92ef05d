import { StrategyRow } from './strategy.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { recorded, references } from '../platform/columns.js';

@Entity('strategy_version')
@Unique(['strategyId', 'number'])
export class StrategyVersionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  strategyId!: number;

  @references(() => StrategyRow, 'strategy_id')
  strategy?: StrategyRow;

  @Column('integer')
  number!: number;

  @recorded()
  recordId!: number;
}
