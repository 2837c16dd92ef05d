import { Injectable } from '@nestjs/common';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Transactions } from '../platform/transactions.js';
import { PlannedReorganisationRepository } from './planned-reorganisation.repository.js';

/** Takes back what was planned. */
@Injectable()
export class WithdrawReorganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly plans: PlannedReorganisationRepository,
  ) {}

  /** Also one that was refused on its day, which is told of no longer then. Throws `planned-reorganisation.not-found`. */
  async withdraw(by: Account, id: number): Promise<void> {
    await this.transactions.run(async () => {
      const plan = await this.plans.lockOpen(id);
      await this.plans.close(id, 'withdrawn');
      await this.audit.record({
        action: 'actor.withdraw-reorganisation',
        subject: `actor:${plan.slug}`,
        by: by.id,
        facts: { planned: id },
      });
    });
  }
}
