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
  strategy?: unknown;

  @Column('integer')
  number!: number;

  /** The body that adopted it, as it stands within a sentence: "kommunfullmäktige". */
  @Column('text')
  bodySv!: string;

  @Column('text', { nullable: true })
  bodyEn!: string | null;

  /** Unknown to the day in old decisions; then `decidedOnText` says what is known. */
  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  decidedOnTextSv!: string | null;

  @Column('text', { nullable: true })
  decidedOnTextEn!: string | null;

  @Column('text', { nullable: true })
  paragraph!: string | null;

  @Column('text', { nullable: true })
  dnr!: string | null;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('boolean')
  isExample!: boolean;

  @recorded()
  recordId!: number;
}
