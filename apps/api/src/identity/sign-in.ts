import { Injectable } from '@nestjs/common';
import type { Credentials } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { AccountRepository } from './account.repository.js';
import type { AccountRow } from './account.row.js';
import { Passwords } from './passwords.js';
import { CheckSecondFactor } from './second-factor/check-second-factor.js';
import { SessionDoor } from './session-door.js';
import type { Attempt } from './throttle.js';

/** From where somebody tries, and the token of the session that their browser brought, which ends. */
export interface SignInFrom {
  readonly attempt: Attempt;
  readonly brought: string | undefined;
}

/** Checks a password and opens a session: same answer and time whether the account exists or not. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly secondFactor: CheckSecondFactor,
    private readonly door: SessionDoor,
  ) {}

  /**
   * The token for the cookie; undefined when the password was right and a code is needed beside it. Throws `session.wrong-credentials` for
   * everything that does not fit, `session.wrong-code`.
   */
  async signIn({ username, password, code }: Credentials, { attempt, brought }: SignInFrom): Promise<string | undefined> {
    const account = await this.accounts.byUsername(username);
    const fits = await this.passwords.fits(password, account?.disabledAt ? null : account?.passwordHash);
    if (!account || !fits) return this.refuse(account);
    const checked = await this.secondFactor.check(account, code, attempt);
    if (!checked) return undefined;
    const { proven, isLacking } = checked;
    return this.door.open(account.id, { brought, needsSecondFactor: isLacking, facts: proven ? { secondFactor: proven } : {} });
  }

  private async refuse(account: AccountRow | null): Promise<never> {
    await this.door.refuse(account?.id, account?.disabledAt ? { isDisabled: true } : {});
    throw new DomainError('session.wrong-credentials');
  }
}
