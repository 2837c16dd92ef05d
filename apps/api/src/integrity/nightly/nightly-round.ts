import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Cron } from 'croner';
import { Jobs } from '../../jobs/jobs.js';
import { Clock } from '../../platform/clock.js';
import { Readiness, type ReadinessDetail } from '../../platform/readiness.js';
import { Settings } from '../../platform/settings.js';
import { nightlyFile, readNightly } from './nightly-outcome.js';
import { NightlyProcess } from './nightly-process.js';

/** A night and some time to do it in; whoever has heard nothing for longer is late. */
const LATE_AFTER_MS = 26 * 60 * 60 * 1000;

/**
 * Has everything copied and checked by the clock: a job, so that one process does it, though several wait for the same time, and so that one
 * that fails is seen. How it went is in the log and in the details of `/ready`.
 */
@Injectable()
export class NightlyRound implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('nightly');
  private cron: Cron | undefined;
  private readonly since: Date;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly process: NightlyProcess,
    readiness: Readiness,
  ) {
    this.since = clock.now();
    readiness.tell('nightly', () => this.detail());
  }

  /** Where the settings say that no night is done here, none is done for others either: the copy would lie in another folder. */
  onModuleInit(): void {
    if (this.settings.config.backup.time) this.jobs.handle('nightly', () => this.process.run());
  }

  /** Waits for the time of the settings, if they have one. For the serving program only. */
  begin(): void {
    const [hour, minute] = this.settings.config.backup.time?.split(':') ?? [];
    if (hour === undefined || minute === undefined) return;
    const options = { timezone: 'Europe/Stockholm', protect: true, unref: true };
    this.cron = new Cron(`${Number(minute)} ${Number(hour)} * * *`, options, () => this.ask());
  }

  onModuleDestroy(): void {
    this.cron?.stop();
  }

  /** A database that is away is told of: nothing can be copied then. */
  private async ask(): Promise<void> {
    try {
      const night = this.clock.today();
      await this.jobs.askOnce('nightly', night, { night });
    } catch (error) {
      this.logger.error(`The nightly backup and check could not be asked for. ${(error as Error).message}`);
    }
  }

  private async detail(): Promise<ReadinessDetail> {
    const { dataDir, backup } = this.settings.config;
    if (!backup.time) return { schedule: 'off' };
    const outcome = await readNightly(nightlyFile(dataDir));
    const at = outcome ? new Date(outcome.at) : this.since;
    const schedule = this.clock.now().getTime() - at.getTime() > LATE_AFTER_MS ? 'late' : 'on time';
    return { schedule, ...outcome };
  }
}
