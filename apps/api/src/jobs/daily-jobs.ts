import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { IsoDate, JobKind } from '@slusen/domain';
import { Cron } from 'croner';
import { Clock } from '../platform/clock.js';
import type { JobData } from './job-kinds.js';
import { Jobs } from './jobs.js';

/** A job that the clock asks for, once a day. */
export interface DailyJob<Kind extends JobKind> {
  readonly kind: Kind;
  /** The time of day in Stockholm: `03:30`. */
  readonly at: string;
  /** What the job of a day needs to know. */
  readonly data: (day: IsoDate) => JobData[Kind];
  /** What is said in the log not to be asked for, when it cannot be. */
  readonly name: string;
}

/** Asks for jobs by the clock, each once a day, though several processes wait for the same time. For the serving program only. */
@Injectable()
export class DailyJobs implements OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly waiting: Cron[] = [];

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Every day at its time, until the program ends. */
  wait<Kind extends JobKind>(job: DailyJob<Kind>): void {
    const [hour, minute] = job.at.split(':').map(Number);
    const options = { timezone: 'Europe/Stockholm', protect: true, unref: true };
    this.waiting.push(new Cron(`${minute} ${hour} * * *`, options, () => this.ask(job)));
  }

  /** The job of today, at once: the program may have been off at its time. A database that is away is told of; the next day asks again. */
  async ask<Kind extends JobKind>({ kind, data, name }: DailyJob<Kind>): Promise<void> {
    try {
      const day = this.clock.today();
      await this.jobs.askOnce(kind, day, data(day));
    } catch (error) {
      this.logger.error(`${name} could not be asked for. ${(error as Error).message}`);
    }
  }

  onModuleDestroy(): void {
    for (const cron of this.waiting.splice(0)) cron.stop();
  }
}
