import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Cron } from 'croner';
import { OPERATOR } from '../identity/account.js';
import { Jobs } from '../jobs/jobs.js';
import { Amending } from '../observations/amending.js';
import { Clock } from '../platform/clock.js';
import { SetRoundRule } from './set-round-rule.js';

/** Soon after midnight in Stockholm, when a day's rounds are to be there. */
const EVERY_DAY = '1 0 * * *';

/** Has rounds come by their rules, every day: a job, so that one of several processes does it, and a failure is seen. */
@Injectable()
export class RoundClock implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('rounds');
  private cron: Cron | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly amending: Amending,
    private readonly setRule: SetRoundRule,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('rounds.open', ({ day }) => this.open(day));
  }

  /** Now, since the program may have been down at midnight, and every day. For the serving program only. */
  async begin(): Promise<void> {
    this.cron = new Cron(EVERY_DAY, { timezone: 'Europe/Stockholm', protect: true, unref: true }, () => this.ask());
    await this.ask();
  }

  onModuleDestroy(): void {
    this.cron?.stop();
  }

  private async ask(): Promise<void> {
    try {
      const day = this.clock.today();
      await this.jobs.askOnce('rounds.open', day, { day });
    } catch (error) {
      this.logger.error(`The rounds of the day could not be asked for. ${(error as Error).message}`);
    }
  }

  /** @internal The work of the job. */
  async open(day: string): Promise<void> {
    const order = { by: OPERATOR, record: {}, action: 'round.open', subject: 'round-rules', facts: { day } } as const;
    await this.amending.amend(order, (amendment) => this.setRule.openDue(amendment, day));
  }
}
