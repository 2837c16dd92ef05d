import { Body, Controller, Get, Put } from '@nestjs/common';
import { notificationChoice, notificationsView, type NotificationChoiceSent, type NotificationsView } from '@slusen/contracts';
import type { SignedIn } from '../identity/account.js';
import { Caller } from '../identity/session.guard.js';
import { Returns } from '../platform/returns.js';
import { NotificationChoices } from './notification-choices.js';

/** What one is written to about. */
@Controller('api/account/notifications')
export class NotificationsController {
  constructor(private readonly choices: NotificationChoices) {}

  @Get()
  @Returns(notificationsView)
  own(@Caller() caller: SignedIn): Promise<NotificationsView> {
    return this.choices.own(caller);
  }

  @Put()
  @Returns(notificationsView)
  choose(@Caller() caller: SignedIn, @Body({ schema: notificationChoice }) sent: NotificationChoiceSent): Promise<NotificationsView> {
    return this.choices.choose(caller, sent);
  }
}
