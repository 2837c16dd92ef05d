import { ACCOUNT_ROLES, type AccountRole, type IsoDate } from '@slusen/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, references, refersTo } from '../platform/columns.js';
import { AccountRow } from './account.row.js';

/** A role that an administrator wants for themselves, until another one confirms or refuses it. */
@Entity('role_proposal')
@Index(['accountId'])
@oneOf('role', ACCOUNT_ROLES)
export class RoleProposalRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('text')
  role!: AccountRole;

  @Column('integer', { nullable: true })
  @refersTo('actor')
  departmentId!: number | null;

  @Column('date', { nullable: true })
  validFrom!: IsoDate | null;

  @Column('date', { nullable: true })
  validTo!: IsoDate | null;

  @Column('timestamp with time zone')
  proposedAt!: Date;
}
