import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPERATOR } from '../identity/account.js';
import { DailyJobs, type DailyJob } from '../jobs/daily-jobs.js';
import { Jobs } from '../jobs/jobs.js';
import { Amending } from '../observations/amending.js';
import { SetRoundRule } from './set-round-rule.js';

/** Soon after midnight, when a day's rounds are to be there. */
const OPENING: DailyJob<'rounds.open'> = { kind: 'rounds.open', at: '00:01', data: (day) => ({ day }), name: 'The rounds of the day' };

/** Has rounds come by their rules, every day: a job, so that one of several processes does it, and a failure is seen. */
@Injectable()
export class RoundClock implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly daily: DailyJobs,
    private readonly amending: Amending,
    private readonly setRule: SetRoundRule,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('rounds.open', ({ day }) => this.open(day));
  }

  /** Now, since the program may have been down at midnight, and every day. For the serving program only. */
  async begin(): Promise<void> {
    this.daily.wait(OPENING);
    await this.daily.ask(OPENING);
  }

  /** @internal The work of the job. */
  async open(day: string): Promise<void> {
    const order = { by: OPERATOR, record: {}, action: 'round.open', subject: 'round-rules', facts: { day } } as const;
    await this.amending.amend(order, (amendment) => this.setRule.openDue(amendment, day));
  }
}
