import type { AccountRole, IsoDate } from '@slusen/domain';
import { Column } from 'typeorm';
import { references, refersTo } from '../platform/columns.js';
import { AccountRow } from './account.row.js';

/** A role of an account with where and when it holds, whether it is held or only wanted. */
export abstract class DatedRoleRow {
  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('text')
  role!: AccountRole;

  /** The role holds for this department only; null: for all. */
  @Column('integer', { nullable: true })
  @refersTo('actor')
  departmentId!: number | null;

  /** The first day that it holds; null: since it was given. */
  @Column('date', { nullable: true })
  validFrom!: IsoDate | null;

  /** The last day that it holds; null: until further notice. */
  @Column('date', { nullable: true })
  validTo!: IsoDate | null;
}
