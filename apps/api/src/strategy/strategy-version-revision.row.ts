import { StrategyVersionRow } from './strategy-version.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('strategy_version_revision')
export class StrategyVersionRevisionRow extends RevisionRow {
  @PrimaryColumn('integer')
  strategyVersionId!: number;

  @references(() => StrategyVersionRow, 'strategy_version_id')
  strategyVersion?: StrategyVersionRow;

  @PrimaryColumn('integer')
  revision!: number;

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

  /** Who answers for it as a document, a function or a department: "kommunstrategen". */
  @Column('text', { nullable: true })
  documentOwnerSv!: string | null;

  @Column('text', { nullable: true })
  documentOwnerEn!: string | null;

  /** What it replaces that is no version here, as people write it. */
  @Column('text', { nullable: true })
  replacesSv!: string | null;

  @Column('text', { nullable: true })
  replacesEn!: string | null;
}
