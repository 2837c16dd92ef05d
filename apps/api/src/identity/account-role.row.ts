import { ACCOUNT_ROLES } from '@slusen/domain';
import { Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf } from '../platform/columns.js';
import { DatedRoleRow } from './dated-role.row.js';

@Entity('account_role')
@Unique(['accountId', 'role', 'departmentId'])
@oneOf('role', ACCOUNT_ROLES)
export class AccountRoleRow extends DatedRoleRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;
}
