import { Injectable } from '@nestjs/common';
import type { GivenRole, NewPerson } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { AccountRepository } from '../identity/account.repository.js';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { LinkSender } from './link-sender.js';

/** Makes an account for somebody, and invites them by mail to choose a password. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly accounts: AccountRepository,
    private readonly sender: LinkSender,
    private readonly audit: AuditTrail,
  ) {}

  /** The new account's id. Throws `account.email-taken`, `account.role-twice`, and what giving a role throws. */
  invite(by: Account, key: RequestKey, { name, email, roles }: NewPerson): Promise<string> {
    this.permissions.require(by, 'account.manage');
    requireOnce(roles);
    return this.idempotency.run(by.id, key, async () => {
      if ((await this.accounts.byUsername(email)) ?? (await this.accounts.byEmail(email))) throw new DomainError('account.email-taken');
      const id = await this.accounts.insert({ username: email, email, name, passwordHash: null }, roles);
      const mayOpen = await this.sender.send('invitation', { id, name, email });
      // By its id: who that is stands in the account alone.
      await this.audit.record({ action: 'account.invite', subject: `account:${id}`, by: by.id, facts: { roles: [...roles], mayOpen } });
      return id;
    });
  }
}

/** A role is held once for each department, whatever its days. Throws `account.role-twice`. */
export function requireOnce(roles: readonly GivenRole[]): void {
  const seen = new Set<string>();
  for (const { role, department = '' } of roles) {
    const name = `${role} ${department}`;
    if (seen.has(name)) throw new DomainError('account.role-twice', { role });
    seen.add(name);
  }
}
