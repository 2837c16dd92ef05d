import { StrategyRow } from './strategy.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { explainsChange, recorded, references } from '../platform/columns.js';

@Entity('strategy_revision')
@explainsChange()
export class StrategyRevisionRow {
  @PrimaryColumn('integer')
  strategyId!: number;

  @references(() => StrategyRow, 'strategy_id')
  strategy?: unknown;

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

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}
