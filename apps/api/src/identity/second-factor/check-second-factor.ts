import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { AccountRow } from '../account.row.js';
import { SessionDoor } from '../session-door.js';
import { SignInThrottle, type Attempt } from '../throttle.js';
import { SecondFactorHold } from './second-factor-hold.js';
import { SecondFactorRepository, type CodeKind } from './second-factor.repository.js';

/** What is to be known of a second factor to open a session. */
export interface Checked {
  /** What was proven; undefined: the account has no second factor. */
  readonly proven: CodeKind | undefined;
  /** One has to be set up before anything else. */
  readonly isLacking: boolean;
}

/** Asks for a second factor once the password was right. */
@Injectable()
export class CheckSecondFactor {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly hold: SecondFactorHold,
    private readonly throttle: SignInThrottle,
    private readonly door: SessionDoor,
  ) {}

  /** Undefined when a code is needed and none was sent. Throws `session.wrong-code`, `session.throttled`. */
  async check(account: AccountRow, code: string | undefined, attempt: Attempt): Promise<Checked | undefined> {
    if (!(await this.factors.isOn(account.id))) return { proven: undefined, isLacking: await this.hold.isLacking(account) };
    if (code === undefined) return undefined;
    const proven = await this.throttle.attemptCode(attempt, async () => (await this.factors.use(account.id, code)) ?? this.refuse(account));
    return { proven, isLacking: false };
  }

  private async refuse({ id }: AccountRow): Promise<never> {
    await this.door.refuse(id, { secondFactor: 'wrong' });
    throw new DomainError('session.wrong-code');
  }
}
