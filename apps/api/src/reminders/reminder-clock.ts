import { Injectable } from '@nestjs/common';
import { DailyJobs } from '../jobs/daily-jobs.js';
import { MailServer } from '../mail/mail-server.js';

/** When people come to work. */
const MORNING = '07:00';

/** Has everybody reminded, every morning: a job, so that one of several processes does it. Without a mail server nobody is. */
@Injectable()
export class ReminderClock {
  constructor(
    private readonly daily: DailyJobs,
    private readonly server: MailServer,
  ) {}

  /** For the serving program only. */
  begin(): void {
    if (!this.server.isThere) return;
    this.daily.wait({ kind: 'reminders.send', at: MORNING, data: (day) => ({ day }), name: 'The reminders of the day' });
  }
}
