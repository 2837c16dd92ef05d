import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { NotificationChoiceSent, NotificationsView } from '@slusen/contracts';
import { USUAL_NOTIFICATIONS, type NotificationChoice } from '@slusen/domain';
import type { Repository } from 'typeorm';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { MailServer } from '../mail/mail-server.js';
import { NotificationChoiceRow } from './notification-choice.row.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';

/** What each person chose to be written to about. */
@Injectable()
export class NotificationChoices {
  constructor(
    @InjectRepository(NotificationChoiceRow) private readonly rows: Repository<NotificationChoiceRow>,
    private readonly permissions: Permissions,
    private readonly people: RemindedPeopleQuery,
    private readonly server: MailServer,
  ) {}

  /** What holds for an account, the usual where nothing was chosen. */
  async of(accountId: string): Promise<NotificationChoice> {
    const row = await this.rows.findOneBy({ accountId });
    return row ? choiceOf(row) : USUAL_NOTIFICATIONS;
  }

  /** One's own, and whether mails come at all. */
  async own(account: Account): Promise<NotificationsView> {
    this.permissions.require(account, 'notification.choose', { account: account.id });
    return this.view(account);
  }

  async choose(account: Account, { daysBefore, everyDaysAfter, queueAfter, ...rest }: NotificationChoiceSent): Promise<NotificationsView> {
    this.permissions.require(account, 'notification.choose', { account: account.id });
    const days = { daysBefore: daysBefore ?? null, everyDaysAfter: everyDaysAfter ?? null, queueAfter: queueAfter ?? null };
    await this.rows.upsert({ accountId: account.id, ...rest, ...days }, ['accountId']);
    return this.view(account);
  }

  private async view({ id }: Account): Promise<NotificationsView> {
    const [choice, addressed] = await Promise.all([this.of(id), this.people.these([id])]);
    return { choice, isMailSent: this.server.isThere, hasAddress: addressed.length > 0 };
  }
}

function choiceOf({ daysBefore, everyDaysAfter, queueAfter, ...row }: NotificationChoiceRow): NotificationChoice {
  const days = { daysBefore: daysBefore ?? undefined, everyDaysAfter: everyDaysAfter ?? undefined, queueAfter: queueAfter ?? undefined };
  const { onLastDay, returned, approved, timeDecided, asked } = row;
  return { ...days, onLastDay, returned, approved, timeDecided, asked };
}
