import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs, type DailyJob } from '../jobs/daily-jobs.js';
import { Jobs } from '../jobs/jobs.js';
import { Clock } from '../platform/clock.js';
import { CarryOutPlanned } from './carry-out-planned.js';

const DUE: DailyJob<'reorganisation.due'> = {
  kind: 'reorganisation.due',
  at: '00:01',
  data: (day) => ({ day }),
  name: 'Planned reorganisations',
};

/**
 * Has planned reorganisations carried out by the clock: a job of each day, so that one of several processes does it, and one that fails is seen.
 * A program that was off at midnight asks when it starts; each asks for everything whose day has come.
 */
@Injectable()
export class ReorganisationRound implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly daily: DailyJobs,
    private readonly carryOutPlanned: CarryOutPlanned,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('reorganisation.due', () => this.carryOutPlanned.due(this.clock.today()));
  }

  /** Asks now, and after every midnight. For the serving program only. */
  async begin(): Promise<void> {
    this.daily.wait(DUE);
    await this.daily.ask(DUE);
  }
}
