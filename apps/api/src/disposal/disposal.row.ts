import { DISPOSAL_KINDS, type DisposalKind, type IsoDate } from '@slusen/domain';
import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { oneOf, recorded, references } from '../platform/columns.js';

/** That something was removed for ever: by which decision, by whom, and what it was about. */
@Entity('disposal')
@oneOf('kind', DISPOSAL_KINDS)
@Check('ck_disposal_criterion', `num_nonnulls(account_id, before_day, maskings) = 1`)
export class DisposalRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  kind!: DisposalKind;

  /** Who was reduced to a pseudonym. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** What was before this day, in Stockholm. */
  @Column('date', { nullable: true })
  beforeDay!: IsoDate | null;

  /** What was hidden: the maskings of the places. */
  @Column('integer', { nullable: true, array: true })
  maskings!: number[] | null;

  @Column('text')
  body!: string;

  @Column('date')
  decidedOn!: IsoDate;

  /** Paragraph or number of the decision. */
  @Column('text')
  reference!: string;

  /** Who carried it out. */
  @Column('uuid')
  byId!: string;

  @references(() => AccountRow, 'by_id')
  by?: AccountRow;

  @recorded()
  recordId!: number;
}
