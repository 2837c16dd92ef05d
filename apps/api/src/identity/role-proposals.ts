import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { related } from '../platform/columns.js';
import { RoleProposalRow } from './role-proposal.row.js';
import { AccountRoleRepository, type NewRole } from './account-role.repository.js';

/** A role that waits for another administrator. */
export interface WaitingRole {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly proposedAt: Date;
  readonly role: NewRole;
}

/** Roles that administrators want for themselves. */
@Injectable()
export class RoleProposals {
  constructor(
    @InjectRepository(RoleProposalRow) private readonly proposals: Repository<RoleProposalRow>,
    private readonly roles: AccountRoleRepository,
  ) {}

  /** Throws what `AccountRoleRepository.columnsOf` throws. */
  async add(accountId: string, role: NewRole, proposedAt: Date): Promise<void> {
    await this.proposals.insert({ accountId, proposedAt, ...(await this.roles.columnsOf(role)) });
  }

  async of(accountId: string): Promise<WaitingRole[]> {
    const rows = await this.proposals.find({ where: { accountId }, relations: { account: true }, order: { proposedAt: 'ASC' } });
    return Promise.all(rows.map((row) => this.waiting(row)));
  }

  /** Everybody's. */
  async all(): Promise<WaitingRole[]> {
    const rows = await this.proposals.find({ relations: { account: true }, order: { proposedAt: 'ASC' } });
    return Promise.all(rows.map((row) => this.waiting(row)));
  }

  /** In a transaction. Throws `proposal.not-found`. */
  async find(id: string): Promise<WaitingRole> {
    const row = await this.proposals.findOne({ where: { id }, relations: { account: true } });
    if (!row) throw new DomainError('proposal.not-found');
    return this.waiting(row);
  }

  /** In a transaction, once: of two who decide at the same moment the second is told `proposal.not-found`. */
  async remove(id: string): Promise<void> {
    const { affected } = await this.proposals.delete({ id });
    if (affected !== 1) throw new DomainError('proposal.not-found');
  }

  private async waiting(row: RoleProposalRow): Promise<WaitingRole> {
    const { id, accountId, proposedAt } = row;
    const { username, name } = related(row.account);
    return { id, accountId, proposedAt, username, name, role: await this.roles.roleOf(row) };
  }
}
