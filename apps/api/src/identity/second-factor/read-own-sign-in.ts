import { Injectable } from '@nestjs/common';
import type { OwnSignIn } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { SignedIn } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import { Permissions } from '../permissions.js';
import { SecondFactorDuties } from './second-factor-duty.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** Tells somebody how they sign in. */
@Injectable()
export class ReadOwnSignIn {
  constructor(
    private readonly permissions: Permissions,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly duties: SecondFactorDuties,
  ) {}

  async read(caller: SignedIn): Promise<OwnSignIn> {
    this.permissions.require(caller, 'account.read-own', { account: caller.id });
    const account = await this.accounts.byUsername(caller.username);
    if (!account) throw new DomainError('session.missing');
    const [factor, recoveryCodesLeft, duty] = await Promise.all([
      this.factors.of(caller.id),
      this.factors.recoveryCodesLeft(caller.id),
      this.duties.of(account),
    ]);
    const since = factor?.confirmedAt ? { since: factor.confirmedAt.toISOString() } : {};
    const told = { ...since, recoveryCodesLeft, isRequired: duty === 'required', isExempt: duty === 'exempt' };
    return { hasPassword: caller.hasPassword, secondFactor: told };
  }
}
