import { StrategyRow } from './strategy.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('strategy_revision')
export class StrategyRevisionRow extends RevisionRow {
  @PrimaryColumn('integer')
  strategyId!: number;

  @references(() => StrategyRow, 'strategy_id')
  strategy?: StrategyRow;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text')
  purposeSv!: string;

  @Column('text', { nullable: true })
  purposeEn!: string | null;
}
