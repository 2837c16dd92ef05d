import { Injectable } from '@nestjs/common';
import type { ProposalDecision } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { ChangeRoles } from '../identity/change-roles.js';
import { Permissions } from '../identity/permissions.js';
import { RoleProposals } from '../identity/role-proposals.js';
import { Transactions } from '../platform/transactions.js';

/** Another administrator confirms the role that somebody proposed for themselves, or refuses it. Whoever proposed it may take it back. */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly proposals: RoleProposals,
    private readonly changeRoles: ChangeRoles,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `proposal.not-found` or `account.own-confirmation`. */
  async decide(by: Account, id: string, { isConfirmed }: ProposalDecision): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.transactions.run(async () => {
      const { accountId, username, role } = await this.proposals.find(id);
      if (isConfirmed && accountId === by.id) throw new DomainError('account.own-confirmation');
      await this.proposals.remove(id);
      const event = { subject: `account:${accountId}`, by: by.id, facts: { proposed: { ...role } } };
      const isHeld = isConfirmed && !(await this.changeRoles.change(by, username, { give: [role], take: [] }));
      if (!isConfirmed || isHeld) await this.audit.record({ ...event, action: 'account.refuse-role' });
    });
  }
}
