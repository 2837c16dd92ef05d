import { Body, Controller, Get, Put } from '@nestjs/common';
import { quickReasons, type QuickReasons } from '@slusen/contracts';
import type { SignedIn } from '../identity/account.js';
import { Caller } from '../identity/session.guard.js';
import { Returns } from '../platform/returns.js';
import { OwnQuickReasons } from './quick-reasons.js';

/** What a reviewer often writes when something is sent back. */
@Controller('api/account/quick-reasons')
export class QuickReasonsController {
  constructor(private readonly reasons: OwnQuickReasons) {}

  @Get()
  @Returns(quickReasons)
  own(@Caller() caller: SignedIn): Promise<QuickReasons> {
    return this.reasons.own(caller);
  }

  @Put()
  @Returns(quickReasons)
  keep(@Caller() caller: SignedIn, @Body({ schema: quickReasons }) sent: QuickReasons): Promise<QuickReasons> {
    return this.reasons.keep(caller, sent);
  }
}
