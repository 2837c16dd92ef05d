import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { AccountRepository } from './account.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Deputies, type NamedDeputy } from './deputies.js';

/** Changes who stands in for whom, each change told in the trail, so that `verify` finds one that was made by hand. */
@Injectable()
export class DeputyEvents {
  constructor(
    private readonly transactions: Transactions,
    private readonly deputies: Deputies,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `deputy.twice` where the deputy stands in for the person on one of those days already, and what `named` throws. */
  async change(by: string, named: () => Promise<NamedDeputy>): Promise<void> {
    await this.transactions.run(async () => {
      const wanted = await named();
      if (await this.deputies.isNamed(wanted)) throw new DomainError('deputy.twice');
      const id = await this.deputies.add(wanted);
      const { account, deputy, from, to } = wanted;
      await this.accounts.touch(account);
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
