import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/transactions.js';
import { codeHash, newCode } from './one-time-code.js';
import { SetUpRepository } from './set-up.repository.js';

/** The code that whoever started the program reads there, and nobody else: it proves that they may make the first administrator. */
@Injectable()
export class FirstCode {
  constructor(
    private readonly repository: SetUpRepository,
    private readonly transactions: Transactions,
  ) {}

  /** A new code in the place of the one before; undefined when there is an administrator. Its hash alone is kept. */
  renew(): Promise<string | undefined> {
    return this.transactions.run(async () => {
      await this.repository.lock();
      if ((await this.repository.beginnings()).has_administrator) {
        await this.repository.forgetCode();
        return undefined;
      }
      const code = newCode();
      await this.repository.keepCode(codeHash(code));
      return code;
    });
  }
}
