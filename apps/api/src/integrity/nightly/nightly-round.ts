import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { Jobs } from '../../jobs/jobs.js';
import { Settings } from '../../platform/settings.js';
import { NightlyProcess } from './nightly-process.js';

/**
 * Has everything copied and checked by the clock: a job, so that one process does it, though several wait for the same time, and so that one
 * that fails is seen. How it went is in the log.
 */
@Injectable()
export class NightlyRound implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly jobs: Jobs,
    private readonly daily: DailyJobs,
    private readonly process: NightlyProcess,
  ) {}

  /** Where the settings say that no night is done here, none is done for others either: the copy would lie in another folder. */
  onModuleInit(): void {
    if (this.settings.config.backup.time) this.jobs.handle('nightly', () => this.process.run());
  }

  /** Waits for the time of the settings, if they have one. For the serving program only. */
  begin(): void {
    const at = this.settings.config.backup.time;
    if (at) this.daily.wait({ kind: 'nightly', at, data: (night) => ({ night }), name: 'The nightly backup and check' });
  }
}
