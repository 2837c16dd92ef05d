import { DRAFT_STATES, type DraftState } from '@slusen/domain';
import { AccountRow } from '../identity/account.row.js';
import { StrategyVersionRow } from '../strategy/strategy-version.row.js';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, references } from '../platform/columns.js';

/** A version of the strategy that is being written. It is work under way, not history: what it becomes when it is adopted is. */
@Entity('strategy_draft')
@oneOf('state', DRAFT_STATES)
export class StrategyDraftRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  title!: string;

  @Column('text')
  state!: DraftState;

  /** Counts its steps, not what is written in it. */
  @Column('integer')
  version!: number;

  @Column('uuid', { nullable: true })
  proposedById!: string | null;

  @references(() => AccountRow, 'proposed_by_id')
  proposedBy?: AccountRow | null;

  /** What it became. */
  @Column('integer', { nullable: true })
  strategyVersionId!: number | null;

  @references(() => StrategyVersionRow, 'strategy_version_id')
  strategyVersion?: StrategyVersionRow | null;

  @Column('timestamp with time zone', { default: () => 'now()' })
  updatedAt!: Date;
}
