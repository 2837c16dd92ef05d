import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { Amendments } from '../identity/amendments.js';
import { Transactions } from '../platform/transactions.js';
import { Reorganise, type ReorganisationOrder } from './reorganise.js';

/** A trial ends here, whatever it did. */
class Undone extends Error {}

/** Carries a reorganisation out as on its day and undoes it, so that whoever plans one is told today what would be refused then. */
@Injectable()
export class ReorganisationTrial {
  constructor(
    private readonly transactions: Transactions,
    private readonly amendments: Amendments,
    private readonly reorganise: Reorganise,
  ) {}

  /** What an actor that is closed still has in hand can be handed over until then. Throws as `Reorganise.carryOut` does otherwise. */
  async make(by: Account, order: ReorganisationOrder): Promise<void> {
    const { reason, decision } = order.sent;
    try {
      await this.transactions.run(async () => {
        await this.reorganise.carryOut(await this.amendments.begin(by, { reason, decision }), order);
        throw new Undone();
      });
    } catch (error) {
      const canBeMet = error instanceof DomainError && error.code === 'reorganisation.pointed-to';
      if (!(error instanceof Undone) && !canBeMet) throw error;
    }
  }
}
