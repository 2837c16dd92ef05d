import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';

/** What a reviewer often writes when something is sent back. It is theirs, and no history. */
@Entity('quick_reasons')
export class QuickReasonsRow {
  @PrimaryColumn('uuid')
  accountId!: string;

  @OneToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column('jsonb')
  reasons!: string[];
}
