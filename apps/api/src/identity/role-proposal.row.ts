import { ACCOUNT_ROLES } from '@slusen/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../platform/columns.js';
import { DatedRoleRow } from './dated-role.row.js';

/** A role that an administrator wants for themselves, until another one confirms or refuses it. */
@Entity('role_proposal')
@Index(['accountId'])
@oneOf('role', ACCOUNT_ROLES)
export class RoleProposalRow extends DatedRoleRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('timestamp with time zone')
  proposedAt!: Date;
}
