import { Injectable } from '@nestjs/common';
import type { NewRoleProposal } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { RoleProposals } from '../identity/role-proposals.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';

/** An administrator wants the reviewer's role for themselves: another one confirms it. */
@Injectable()
export class ProposeRole {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly proposals: RoleProposals,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `account.unknown-department` or `account.role-backwards`. */
  async propose({ account: by, at }: Acting, key: RequestKey, wanted: NewRoleProposal): Promise<void> {
    this.permissions.require(by, 'account.manage');
    const proposed = { ...wanted, role: 'reviewer' as const };
    await this.idempotency.run(by.id, key, async () => {
      await this.proposals.add(by.id, proposed, new Date(at));
      await this.audit.record({ action: 'account.propose-role', subject: `account:${by.id}`, by: by.id, facts: { proposed } });
    });
  }
}
