import { Injectable } from '@nestjs/common';
import type { FirstAdministrator } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { OPERATOR } from '../identity/account.js';
import { CreateAccount } from '../identity/create-account.js';
import { Transactions } from '../platform/transactions.js';
import { codeHash } from './one-time-code.js';
import { SetUpRepository } from './set-up.repository.js';

/** Who sets up an installation enters its strategy too, until somebody else is given that. */
const ROLES = [{ role: 'administrator' }, { role: 'strategist' }] as const;

/** Makes the first administrator for whoever has the code that the program printed: in the name of whoever runs the server. */
@Injectable()
export class MakeFirstAdministrator {
  constructor(
    private readonly repository: SetUpRepository,
    private readonly transactions: Transactions,
    private readonly createAccount: CreateAccount,
  ) {}

  /**
   * Of two who try at once one succeeds. Throws `set-up.has-administrator`, `set-up.wrong-code`, `account.exists`; the code is used up by
   * success only.
   */
  async make({ code, name, username, password }: FirstAdministrator): Promise<void> {
    await this.transactions.run(async () => {
      await this.repository.lock();
      if ((await this.repository.beginnings()).has_administrator) throw new DomainError('set-up.has-administrator');
      if (!(await this.repository.useCode(codeHash(code)))) throw new DomainError('set-up.wrong-code');
      await this.createAccount.create(OPERATOR, { username, name, password, roles: [...ROLES] });
    });
  }
}
