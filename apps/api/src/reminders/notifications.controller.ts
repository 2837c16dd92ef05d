import { Body, Controller, Get, Put } from '@nestjs/common';
import { notificationChoice, type NotificationChoiceSent } from '@slusen/contracts';
import type { NotificationChoice } from '@slusen/domain';
import type { SignedIn } from '../identity/account.js';
import { Caller } from '../identity/session.guard.js';
import { Returns } from '../platform/returns.js';
import { NotificationChoices } from './notification-choices.js';

/** What one is written to about. */
@Controller('api/account/notifications')
export class NotificationsController {
  constructor(private readonly choices: NotificationChoices) {}

  @Get()
  @Returns(notificationChoice)
  own(@Caller() caller: SignedIn): Promise<NotificationChoice> {
    return this.choices.own(caller);
  }

  @Put()
  @Returns(notificationChoice)
  choose(@Caller() caller: SignedIn, @Body({ schema: notificationChoice }) sent: NotificationChoiceSent): Promise<NotificationChoice> {
    return this.choices.choose(caller, sent);
  }
}
