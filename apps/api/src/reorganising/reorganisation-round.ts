import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Cron } from 'croner';
import { Jobs } from '../jobs/jobs.js';
import { Clock } from '../platform/clock.js';
import { CarryOutPlanned } from './carry-out-planned.js';

/** One minute past midnight in Stockholm. */
const AFTER_MIDNIGHT = '1 0 * * *';

/**
 * Has planned reorganisations carried out by the clock: a job of each day, so that one of several processes does it, and one that fails is seen.
 * A program that was off at midnight asks when it starts.
 */
@Injectable()
export class ReorganisationRound implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('reorganisations');
  private cron: Cron | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly carryOutPlanned: CarryOutPlanned,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('reorganisation.due', () => this.carryOutPlanned.due(this.clock.today()));
  }

  /** Asks now, and after every midnight. For the serving program only. */
  async begin(): Promise<void> {
    this.cron = new Cron(AFTER_MIDNIGHT, { timezone: 'Europe/Stockholm', protect: true, unref: true }, () => this.ask());
    await this.ask();
  }

  onModuleDestroy(): void {
    this.cron?.stop();
  }

  /** A database that is away is told of; the next day, or start, asks for everything whose day has come. */
  private async ask(): Promise<void> {
    try {
      const day = this.clock.today();
      await this.jobs.askOnce('reorganisation.due', day, { day });
    } catch (error) {
      this.logger.error(`Planned reorganisations could not be asked for. ${(error as Error).message}`);
    }
  }
}
