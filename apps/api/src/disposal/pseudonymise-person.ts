import { Injectable } from '@nestjs/common';
import type { NewPseudonym } from '@slusen/contracts';
import { DomainError, pseudonymOf } from '@slusen/domain';
import { AccountRepository } from '../identity/account.repository.js';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Transactions } from '../platform/transactions.js';
import { DisposalRepository } from './disposal.repository.js';
import { requireDecided } from './require-decided.js';

/** Whom an administrator reduces to a pseudonym, as they read it. */
interface ReadPerson {
  readonly id: string;
  readonly version: number;
}

/** Reduces somebody who left to a pseudonym, for ever: what they did stays, and who they were is gone. */
@Injectable()
export class PseudonymisePerson {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly disposals: DisposalRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Throws `account.not-found`, `account.stale`, `account.pseudonymised`, `disposal.not-disabled` (shut the account out first) or
   * `disposal.not-decided`.
   */
  async reduce({ account: by, at }: Acting, read: ReadPerson, { decision }: NewPseudonym): Promise<void> {
    this.permissions.require(by, 'disposal.carry-out');
    requireDecided(decision, at);
    const { at: told } = await this.transactions.run(async () => {
      await this.disposals.requirePerson(read.id);
      const { id, disabledAt, pseudonymisedAt } = await this.accounts.lockRead(read);
      if (pseudonymisedAt) throw new DomainError('account.pseudonymised');
      if (!disabledAt) throw new DomainError('disposal.not-disabled');
      const number = await this.disposals.nextPseudonym({ isTaken: true });
      const name = { pseudonym: pseudonymOf(number), username: `tidigare-anvandare-${number}` };
      const { id: disposal, removed } = await this.disposals.reduce(id, { ...name, byId: by.id, decision });
      const facts = { disposal, decision: { ...decision }, removed };
      return this.audit.record({ action: 'account.pseudonymise', subject: `account:${id}`, by: by.id, facts });
    });
    await this.disposals.note({ at: told, kind: 'leaver', decision, about: `account ${read.id}` });
  }
}
