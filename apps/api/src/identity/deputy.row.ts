import { type IsoDate } from '@slusen/domain';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { references } from '../platform/columns.js';
import { AccountRow } from './account.row.js';

/** That somebody stands in for another, who is away: what the other may do, they may too, on those days. */
@Entity('deputy')
@Check('ck_deputy_days', 'valid_to >= valid_from')
@Check('ck_deputy_other', 'deputy_id <> account_id')
export class DeputyRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  /** Who is away. */
  @Column('uuid')
  @Index()
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('uuid')
  @Index()
  deputyId!: string;

  @references(() => AccountRow, 'deputy_id')
  deputy?: AccountRow;

  @Column('date')
  validFrom!: IsoDate;

  @Column('date')
  validTo!: IsoDate;
}
