import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { auditedAs, type Principal } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import { AuditTrail } from '../audit-trail.js';
import { AccountRoleRepository, type NewRole } from '../account-role.repository.js';
import { machineKeyFact, MachineKeyRepository } from './machine-key.repository.js';
import type { NewMachineKey } from './make-machine-key.js';

/** The accounts of business systems: without a password, with the rights of a reporter in one department. */
@Injectable()
export class MachineAccounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly roles: AccountRoleRepository,
    private readonly keys: MachineKeyRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** In a transaction. The key, told this once. */
  async addKey(by: Principal, { username, name, department }: NewMachineKey, expiresAt: Date): Promise<string> {
    const role: NewRole = { role: 'reporter', department };
    const there = await this.accounts.lock({ username: username.toLowerCase() });
    if (there) await this.requireSame(there, role);
    const account = { username: username.toLowerCase(), name, passwordHash: null, isDemonstration: false };
    const accountId = there?.id ?? (await this.accounts.insert(account, [role]));
    const { key, row } = await this.keys.insert(accountId, expiresAt);
    const facts = { key: row.id, opens: machineKeyFact(row), expiresAt: expiresAt.toISOString() };
    const told = there ? { action: 'account.add-key', facts } : { action: 'account.create', facts: { ...facts, roles: [role] } };
    await this.audit.record({ ...told, subject: `account:${accountId}`, by: auditedAs(by) });
    return key;
  }

  /** A second key is for the same system in the same department: nobody's account gets another way in. */
  private async requireSame({ id, username }: { id: string; username: string }, { department }: NewRole): Promise<void> {
    const held = await this.roles.of(id);
    const isSame = held.length === 1 && held[0]?.role === 'reporter' && held[0].department === department;
    if (!isSame || !(await this.keys.isMachine(id))) throw new DomainError('machine-key.another-account', { username });
  }
}
