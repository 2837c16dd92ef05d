import { Injectable } from '@nestjs/common';
import type { NewSecondFactor, RecoveryCodes } from '@slusen/contracts';
import { DomainError, settingInForce } from '@slusen/domain';
import { Settings } from '../../platform/settings.js';
import { Transactions } from '../../platform/transactions.js';
import type { SignedIn } from '../account.js';
import { Permissions } from '../permissions.js';
import { appAddress, newRecoveryCodes, newSecret, secretText } from './codes.js';
import { OwnSecondFactor } from './own-second-factor.js';

/** Sets up a second factor in two steps: the secret goes to the app, and a first code of it proves that it arrived. */
@Injectable()
export class SetUpSecondFactor {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly own: OwnSecondFactor,
    private readonly settings: Settings,
  ) {}

  /** Throws `second-factor.exists`, `second-factor.no-password`. */
  async begin(caller: SignedIn): Promise<NewSecondFactor> {
    this.permissions.require(caller, 'account.tend-second-factor', { account: caller.id });
    if (!caller.hasPassword) throw new DomainError('second-factor.no-password');
    const secret = newSecret();
    await this.transactions.run(() => this.own.begin(caller, secret));
    const issuer = `SLUSEN ${settingInForce('municipality', this.settings.sources)?.value ?? ''}`.trim();
    return { address: appAddress(secret, { issuer, label: caller.username }), secret: secretText(secret) };
  }

  /** Throws `second-factor.none` when nothing was begun, `second-factor.exists`, `second-factor.wrong-code`. */
  async confirm(caller: SignedIn, code: string): Promise<RecoveryCodes> {
    this.permissions.require(caller, 'account.tend-second-factor', { account: caller.id });
    const recoveryCodes = newRecoveryCodes();
    await this.transactions.run(() => this.own.confirm(caller, code, recoveryCodes));
    return { recoveryCodes };
  }
}
