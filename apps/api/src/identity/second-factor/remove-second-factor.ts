import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { FindOptionsWhere } from 'typeorm';
import { AccountRepository } from '../account.repository.js';
import type { AccountRow } from '../account.row.js';
import { AuditTrail, type AuditEvent } from '../audit-trail.js';
import { SecondFactorHold } from './second-factor-hold.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** Takes a second factor away, in a transaction, whoever asked for it. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly hold: SecondFactorHold,
    private readonly audit: AuditTrail,
  ) {}

  /** The account, locked. Throws `account.not-found`, `second-factor.none`. */
  async locked(which: FindOptionsWhere<AccountRow>): Promise<AccountRow> {
    const account = await this.accounts.lock(which);
    if (!account) throw new DomainError('account.not-found', { username: String(which.username ?? which.id) });
    if (!(await this.factors.isOn(account.id))) throw new DomainError('second-factor.none');
    return account;
  }

  /** Who must have one can do nothing but set up another, in every session there is. */
  async remove(account: AccountRow, event: Pick<AuditEvent, 'action' | 'by'>): Promise<void> {
    await this.factors.remove(account.id);
    await this.hold.holdUp(account);
    await this.audit.record({ ...event, subject: `account:${account.id}` });
  }
}
