import { AccountRow } from '../identity/account.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { references } from '../platform/columns.js';
import { StrategyDraftRow } from './strategy-draft.row.js';

/** One saving of one part of a draft. The latest is what it says; those before are what an undo goes back to. */
@Entity('strategy_draft_part')
export class StrategyDraftPartRow {
  @PrimaryColumn('integer')
  strategyDraftId!: number;

  @references(() => StrategyDraftRow, 'strategy_draft_id')
  strategyDraft?: StrategyDraftRow;

  /** `names`, `decision`, `outline`, `area:leva`, `goal:fler-bor-har`. */
  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('integer')
  revision!: number;

  /** Null: it was taken out. */
  @Column('jsonb', { nullable: true })
  content!: Record<string, unknown> | null;

  @Column('uuid')
  savedById!: string;

  @references(() => AccountRow, 'saved_by_id')
  savedBy?: AccountRow;

  @Column('timestamp with time zone', { default: () => 'now()' })
  savedAt!: Date;
}
