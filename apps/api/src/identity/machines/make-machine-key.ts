import { Injectable } from '@nestjs/common';
import { DomainError, endOfStockholmDay, machineKeyEndFault, type IsoDate } from '@slusen/domain';
import { Clock } from '../../platform/clock.js';
import { Transactions } from '../../platform/transactions.js';
import type { Principal } from '../account.js';
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
  ) {}

  /** Throws `machine-key.end-passed`, `machine-key.end-too-far`, `account.exists` for a person's account, `account.unknown-department`. */
  async make(by: Principal, wanted: NewMachineKey): Promise<string> {
    this.permissions.require(by, 'account.manage-machines');
    const { lastDay } = wanted;
    const fault = machineKeyEndFault(lastDay, this.clock.today());
    if (fault) throw new DomainError(fault, { lastDay });
    const expiresAt = new Date(endOfStockholmDay(lastDay));
    return this.transactions.run(() => this.machines.addKey(by, wanted, expiresAt));
  }
}
