import { Injectable } from '@nestjs/common';
import { DomainError, endOfStockholmDay, machineKeyEndFault, type IsoDate } from '@slusen/domain';
import { Clock } from '../../platform/clock.js';
import { Transactions } from '../../platform/transactions.js';
import { Idempotency } from '../../platform/idempotency.js';
import type { RequestKey } from '../../platform/preconditions.js';
import type { Account, Principal } from '../account.js';
import { Permissions } from '../permissions.js';
import { MachineAccounts } from './machine-accounts.js';

/** A key for a business system that is about to be made. */
export interface NewMachineKey {
  readonly username: string;
  /** What the system is called; reviewers read it beside its figures. */
  readonly name: string;
  /** The department whose figures it reports. */
  readonly department: string;
  /** The last day on which it opens anything. */
  readonly lastDay: IsoDate;
}

/** Gives a business system a key, which is told this once. Its account is made with the first one. */
@Injectable()
export class MakeMachineKey {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly machines: MachineAccounts,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
  ) {}

  /** The same for a request that may be repeated: undefined when the key was told already, since it is kept nowhere to be told again. */
  async makeOnce(account: Account, request: RequestKey, wanted: NewMachineKey): Promise<string | undefined> {
    this.permissions.require(account, 'account.manage-machines');
    let key: string | undefined;
    await this.idempotency.run(account.id, request, async () => {
      key = await this.make(account, wanted);
    });
    return key;
  }

  /** Throws `machine-key.end-passed`, `machine-key.end-too-far`, `machine-key.another-account`, `account.unknown-department`. */
  async make(by: Principal, wanted: NewMachineKey): Promise<string> {
    this.permissions.require(by, 'account.manage-machines');
    const { lastDay } = wanted;
    const fault = machineKeyEndFault(lastDay, this.clock.today());
    if (fault) throw new DomainError(fault, { lastDay });
    const expiresAt = new Date(endOfStockholmDay(lastDay));
    return this.transactions.run(() => this.machines.addKey(by, wanted, expiresAt));
  }
}
