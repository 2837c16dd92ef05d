import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Instant } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { Moments } from '../platform/moments.js';
import type { Account } from './account.js';
import { CallingAccount } from './session.guard.js';

/** Who reads or changes something, and at which moment. */
export interface Acting {
  readonly account: Account;
  readonly asOf: AsOf;
  /** The program's clock at that moment, for what is written before the database says when it was recorded. */
  readonly at: Instant;
}

/** Someone who acts now: a command, the demonstration. */
export function actingNow(account: Account, moments: Moments): Acting {
  return { account, asOf: moments.now(), at: moments.instant() };
}

@Injectable()
class ActingPipe implements PipeTransform<Account, Acting> {
  constructor(private readonly moments: Moments) {}

  transform(account: Account): Acting {
    return actingNow(account, this.moments);
  }
}

/** Whoever is signed in, or a business system with its key, at the moment of its request; only on routes that are not public. */
export const ActingNow = (): ParameterDecorator => CallingAccount(ActingPipe);
