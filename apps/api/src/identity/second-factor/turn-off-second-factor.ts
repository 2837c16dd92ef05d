import { Injectable } from '@nestjs/common';
import type { SecondFactorRemoval } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../../platform/transactions.js';
import type { SignedIn } from '../account.js';
import { Permissions } from '../permissions.js';
import { RemoveSecondFactor } from './remove-second-factor.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { Passwords } from '../passwords.js';

/** Turns somebody's own second factor off, with the password and a code: a session that was left open is not enough. */
@Injectable()
export class TurnOffSecondFactor {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactorRepository,
    private readonly removal: RemoveSecondFactor,
  ) {}

  /** Throws `second-factor.none`, `password.wrong`, `second-factor.wrong-code`. */
  async turnOff(caller: SignedIn, { password, code }: SecondFactorRemoval): Promise<void> {
    this.permissions.require(caller, 'account.tend-second-factor', { account: caller.id });
    await this.transactions.run(async () => {
      const account = await this.removal.locked({ id: caller.id });
      if (!(await this.passwords.fits(password, account.passwordHash))) throw new DomainError('password.wrong');
      if (!(await this.factors.use(caller.id, code))) throw new DomainError('second-factor.wrong-code');
      await this.removal.remove(account, { action: 'account.turn-off-second-factor', by: caller.id });
    });
  }
}
