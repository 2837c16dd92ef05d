import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { NotificationChoiceSent } from '@slusen/contracts';
import { USUAL_NOTIFICATIONS, type NotificationChoice } from '@slusen/domain';
import type { Repository } from 'typeorm';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { NotificationChoiceRow } from './notification-choice.row.js';

/** What each person chose to be written to about. */
@Injectable()
export class NotificationChoices {
  constructor(
    @InjectRepository(NotificationChoiceRow) private readonly rows: Repository<NotificationChoiceRow>,
    private readonly permissions: Permissions,
  ) {}

  /** What holds for an account, the usual where nothing was chosen. */
  async of(accountId: string): Promise<NotificationChoice> {
    const row = await this.rows.findOneBy({ accountId });
    return row ? choiceOf(row) : USUAL_NOTIFICATIONS;
  }

  /** One's own. */
  async own(account: Account): Promise<NotificationChoice> {
    this.permissions.require(account, 'notification.choose', { account: account.id });
    return this.of(account.id);
  }

  async choose(account: Account, { daysBefore, everyDaysAfter, queueAfter, ...rest }: NotificationChoiceSent): Promise<NotificationChoice> {
    this.permissions.require(account, 'notification.choose', { account: account.id });
    const days = { daysBefore: daysBefore ?? null, everyDaysAfter: everyDaysAfter ?? null, queueAfter: queueAfter ?? null };
    await this.rows.upsert({ accountId: account.id, ...rest, ...days }, ['accountId']);
    return this.of(account.id);
  }
}

function choiceOf({ daysBefore, everyDaysAfter, queueAfter, onLastDay, returned, approved }: NotificationChoiceRow): NotificationChoice {
  const days = { daysBefore: daysBefore ?? undefined, everyDaysAfter: everyDaysAfter ?? undefined, queueAfter: queueAfter ?? undefined };
  return { ...days, onLastDay, returned, approved };
}
