import { Injectable, type PipeTransform } from '@nestjs/common';
import type { AsOf } from '../platform/as-of.js';
import { Moments } from '../platform/moments.js';
import type { Account } from './account.js';
import { Caller } from './session.guard.js';

/** Who reads or changes something, and at which moment. */
export interface Acting {
  readonly account: Account;
  readonly asOf: AsOf;
}

@Injectable()
class ActingPipe implements PipeTransform<Account, Acting> {
  constructor(private readonly moments: Moments) {}

  transform(account: Account): Acting {
    return { account, asOf: this.moments.now() };
  }
}

/** The signed-in account at the moment of its request; only on routes that are not public. */
export const ActingNow = (): ParameterDecorator => Caller(ActingPipe);
