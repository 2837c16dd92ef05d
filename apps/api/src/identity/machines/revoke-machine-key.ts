import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../../platform/transactions.js';
import { auditedAs, type Principal } from '../account.js';
import { AuditTrail } from '../audit-trail.js';
import { Permissions } from '../permissions.js';
import { machineKeyFact, MachineKeyRepository } from './machine-key.repository.js';

/** Makes a key worth nothing, from the next request on. */
@Injectable()
export class RevokeMachineKey {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly keys: MachineKeyRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `machine-key.not-found`; false when it was revoked already. */
  async revoke(by: Principal, id: number): Promise<boolean> {
    this.permissions.require(by, 'account.manage-machines');
    return this.transactions.run(async () => {
      const row = await this.keys.lock(id);
      if (!row) throw new DomainError('machine-key.not-found', { id });
      if (row.revokedAt) return false;
      await this.keys.revoke(id);
      const facts = { key: id, shuts: machineKeyFact(row) };
      await this.audit.record({ action: 'account.revoke-key', subject: `account:${row.accountId}`, by: auditedAs(by), facts });
      return true;
    });
  }
}
