import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  newSecondFactor,
  ownSignIn,
  recoveryCodes,
  secondFactorConfirmation,
  secondFactorRemoval,
  type NewSecondFactor,
  type OwnSignIn,
  type RecoveryCodes,
  type SecondFactorConfirmation,
  type SecondFactorRemoval,
} from '@slusen/contracts';
import { Returns } from '../../platform/returns.js';
import type { SignedIn } from '../account.js';
import { BeforeSecondFactor } from '../before-second-factor.js';
import { Caller } from '../session.guard.js';
import { SignInThrottle } from '../throttle.js';
import { ReadOwnSignIn } from './read-own-sign-in.js';
import { SetUpSecondFactor } from './set-up-second-factor.js';
import { TurnOffSecondFactor } from './turn-off-second-factor.js';

/** How somebody signs in, and what they do about it themselves. */
@Controller('api/account')
export class SecondFactorController {
  constructor(
    private readonly readOwn: ReadOwnSignIn,
    private readonly setUp: SetUpSecondFactor,
    private readonly turnOff: TurnOffSecondFactor,
    private readonly throttle: SignInThrottle,
  ) {}

  @BeforeSecondFactor()
  @Get('sign-in')
  @Returns(ownSignIn)
  read(@Caller() caller: SignedIn): Promise<OwnSignIn> {
    return this.readOwn.read(caller);
  }

  @BeforeSecondFactor()
  @Put('second-factor')
  @Returns(newSecondFactor)
  begin(@Caller() caller: SignedIn): Promise<NewSecondFactor> {
    return this.setUp.begin(caller);
  }

  @BeforeSecondFactor()
  @Post('second-factor/confirmation')
  @Returns(recoveryCodes)
  confirm(@Caller() caller: SignedIn, @Body({ schema: secondFactorConfirmation }) input: SecondFactorConfirmation): Promise<RecoveryCodes> {
    return this.throttle.attempt({ known: caller.id }, () => this.setUp.confirm(caller, input.code));
  }

  @Post('second-factor/removal')
  @HttpCode(204)
  async remove(@Caller() caller: SignedIn, @Body({ schema: secondFactorRemoval }) input: SecondFactorRemoval): Promise<void> {
    await this.throttle.attemptCode({ known: caller.id }, () => this.turnOff.turnOff(caller, input));
  }
}
