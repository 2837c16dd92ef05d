import { Injectable } from '@nestjs/common';
import type { AccountRow } from '../account.row.js';
import { SessionRepository } from '../session.repository.js';
import { SecondFactorDuties } from './second-factor-duty.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** Keeps whoever must have a second factor, and has none, from everything but setting one up. */
@Injectable()
export class SecondFactorHold {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly duties: SecondFactorDuties,
    private readonly sessions: SessionRepository,
  ) {}

  /** Whether the account lacks what it must have. */
  async isLacking(account: AccountRow): Promise<boolean> {
    return !(await this.factors.isOn(account.id)) && (await this.duties.of(account)) === 'required';
  }

  /** In every session of the account that goes on, and from its next request. */
  async holdUp(account: AccountRow): Promise<void> {
    if (await this.isLacking(account)) await this.sessions.needSecondFactor(account.id, true);
  }
}
