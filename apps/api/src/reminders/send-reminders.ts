import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate } from '@slusen/domain';
import { Jobs } from '../jobs/jobs.js';
import { startOfStockholmDay } from '@slusen/domain';
import { DayOfReminders } from './day-of-reminders.js';
import { NotificationChoices } from './notification-choices.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';
import { ReminderPost } from './reminder-post.js';

/** Reminds everybody who is to be reminded of something on a day: the work of a job. */
@Injectable()
export class SendReminders implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly people: RemindedPeopleQuery,
    private readonly choices: NotificationChoices,
    private readonly due: DayOfReminders,
    private readonly post: ReminderPost,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('reminders.send', ({ day }) => this.send(day));
  }

  /** Whoever was written to already, when it is done again after a stop, is not written to twice. */
  async send(day: IsoDate): Promise<void> {
    const asOf = { today: day, known: undefined };
    for (const { email, ...account } of await this.people.atWork(day)) {
      const choice = await this.choices.of(account.id);
      const due = await this.due.of({ account, asOf, at: startOfStockholmDay(day) }, choice);
      if (due) await this.post.remind({ ...account, email }, due, day);
    }
  }
}
