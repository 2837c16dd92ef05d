import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Deputies, type NamedDeputy } from './deputies.js';

/** Who is to stand in, and how they are told of it. */
interface AskedDeputy {
  readonly named: NamedDeputy;
  readonly tell: () => Promise<void>;
}

/** Changes who stands in for whom, each change told in the trail, so that `verify` finds one that was made by hand. */
@Injectable()
export class DeputyEvents {
  constructor(
    private readonly transactions: Transactions,
    private readonly deputies: Deputies,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Throws `deputy.twice` where the deputy stands in for the person on one of those days already, `deputy.away` where the deputy is away then, and
   * what `ask` throws.
   */
  async change(by: string, ask: () => Promise<AskedDeputy>): Promise<void> {
    await this.transactions.run(async () => {
      const { named: wanted, tell } = await ask();
      if (await this.deputies.isNamed(wanted)) throw new DomainError('deputy.twice');
      if (await this.deputies.isAway(wanted.deputy, wanted)) throw new DomainError('deputy.away');
      const id = await this.deputies.add(wanted);
      const { account, deputy, from, to } = wanted;
      await this.accounts.touch(account);
      await tell();
      const facts = { deputy: id, stands: `account:${deputy}`, from, to };
      await this.audit.record({ action: 'account.name-deputy', subject: `account:${account}`, by, facts });
    });
  }

  /** Throws `deputy.not-found`. */
  async end(by: string, account: string, id: number): Promise<void> {
    await this.transactions.run(async () => {
      const row = await this.deputies.remove(account, id);
      if (!row) throw new DomainError('deputy.not-found');
      await this.accounts.touch(account);
      const facts = { deputy: id, stands: `account:${row.deputyId}` };
      await this.audit.record({ action: 'account.end-deputy', subject: `account:${account}`, by, facts });
    });
  }
}
