import { Injectable } from '@nestjs/common';
import { DomainError, type IsoDate } from '@slusen/domain';
import { Amending } from '../observations/amending.js';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import type { HeldRoles } from '../identity/hand-over-role.js';
import { problemOf } from '../platform/problem-of.js';
import { Transactions } from '../platform/transactions.js';
import { PlannedReorganisationRepository, type Plan } from './planned-reorganisation.repository.js';
import { orderOf } from './reorganisation-order.js';
import { Reorganise } from './reorganise.js';

/** Carries out what was planned for a day that has come, each by itself, in the name of whoever planned it. */
@Injectable()
export class CarryOutPlanned {
  constructor(
    private readonly amending: Amending,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly plans: PlannedReorganisationRepository,
    private readonly reorganise: Reorganise,
  ) {}

  /** What a rule refuses is kept as refused. Throws the first of what went wrong otherwise, when all have had their turn: it is tried again. */
  async due(today: IsoDate): Promise<void> {
    const faults: unknown[] = [];
    for (const plan of await this.plans.due(today))
      await this.carryOut(plan, today).catch((error: unknown) => {
        faults.push(error);
      });
    if (faults.length > 0) throw faults[0];
  }

  private async carryOut(plan: Plan, today: IsoDate): Promise<void> {
    try {
      await this.asPlanned(plan, today);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Another process was first, or somebody took it back at the last moment.
      if (error.code !== 'planned-reorganisation.not-found') await this.fail(plan, error);
    }
  }

  private asPlanned(plan: Plan, today: IsoDate): Promise<void> {
    const { id, slug, sent } = plan;
    const accounts: HeldRoles[] = [];
    return this.amending.amend(orderOf(whoPlanned(plan), plan, { accounts, planned: id }), async (amendment) => {
      await this.plans.lockWaiting(id);
      // Where the transaction is begun anew, what the first attempt held is not so.
      accounts.splice(0, Infinity, ...(await this.reorganise.carryOut(amendment, { slug, sent, today })));
      await this.plans.close(id, 'carried-out');
    });
  }

  private async fail({ id, slug }: Plan, error: DomainError): Promise<void> {
    const { code, detail = '' } = problemOf(error);
    await this.transactions.run(async () => {
      await this.plans.lockWaiting(id);
      await this.plans.fail(id, { code, detail });
      const facts = { planned: id, code, why: detail };
      await this.audit.record({ action: 'actor.fail-reorganisation', subject: `actor:${slug}`, by: null, facts });
    });
  }
}

/** With the right that was asked for when it was planned: nobody is asked on the day, and a decision holds when whoever wrote it down has left. */
const whoPlanned = ({ plannedBy }: Plan): Account => ({ ...plannedBy, roles: [{ role: 'strategist' }] });
