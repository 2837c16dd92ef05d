import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Cron } from 'croner';
import { Jobs } from '../jobs/jobs.js';
import { MailServer } from '../mail/mail-server.js';
import { Clock } from '../platform/clock.js';

/** When people come to work, in Stockholm. */
const EVERY_MORNING = '0 7 * * *';

/** Has everybody reminded, every morning: a job, so that one of several processes does it. Without a mail server nobody is. */
@Injectable()
export class ReminderClock implements OnModuleDestroy {
  private readonly logger = new Logger('reminders');
  private cron: Cron | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly server: MailServer,
  ) {}

  /** For the serving program only. */
  begin(): void {
    if (!this.server.isThere) return;
    this.cron = new Cron(EVERY_MORNING, { timezone: 'Europe/Stockholm', protect: true, unref: true }, () => this.ask());
  }

  onModuleDestroy(): void {
    this.cron?.stop();
  }

  private async ask(): Promise<void> {
    try {
      const day = this.clock.today();
      await this.jobs.askOnce('reminders.send', day, { day });
    } catch (error) {
      this.logger.error(`The reminders of the day could not be asked for. ${(error as Error).message}`);
    }
  }
}
