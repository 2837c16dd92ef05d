import { ACCOUNT_ROLES, type AccountRole, type IsoDate } from '@slusen/domain';
import { AccountRow } from './account.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf, references, refersTo } from '../platform/columns.js';

@Entity('account_role')
@Unique(['accountId', 'role', 'departmentId'])
@oneOf('role', ACCOUNT_ROLES)
export class AccountRoleRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

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
