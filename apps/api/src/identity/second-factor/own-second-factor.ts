import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { SignedIn } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import { AuditTrail } from '../audit-trail.js';
import { SessionRepository } from '../session.repository.js';
import { recoveryFact, secondFactorFact, SecondFactorRepository } from './second-factor.repository.js';
import type { SecondFactorRow } from './second-factor.row.js';

/** What somebody's own second factor goes through, in a transaction, with the account locked and the trail told. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  async begin({ id }: SignedIn, secret: Buffer): Promise<void> {
    if ((await this.locked(id))?.confirmedAt) throw new DomainError('second-factor.exists');
    await this.factors.begin(id, secret);
  }

  /** Every other session of the account ends: none of them was opened with it. */
  async confirm({ id, session }: SignedIn, code: string, recoveryCodes: readonly string[]): Promise<void> {
    const begun = await this.locked(id);
    if (!begun) throw new DomainError('second-factor.none');
    if (begun.confirmedAt) throw new DomainError('second-factor.exists');
    if ((await this.factors.use(id, code)) !== 'app') throw new DomainError('second-factor.wrong-code');
    await this.factors.confirm(id, recoveryCodes);
    await this.sessions.closeAll(id, session.tokenHash);
    await this.sessions.needSecondFactor(id, false);
    const facts = {
      secondFactor: secondFactorFact(begun.sealedSecret),
      recoveryCodes: recoveryCodes.map((text) => recoveryFact(id, text)),
    };
    await this.audit.record({ action: 'account.set-up-second-factor', subject: `account:${id}`, by: id, facts });
  }

  private async locked(id: string): Promise<SecondFactorRow | null> {
    await this.accounts.lock({ id });
    return this.factors.of(id);
  }
}
