import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Cron } from 'croner';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inBuild } from '../../platform/build-folder.js';
import { Clock } from '../../platform/clock.js';
import { Readiness, type ReadinessDetail } from '../../platform/readiness.js';
import { Settings } from '../../platform/settings.js';
import { nightlyFile, readNightly } from './nightly-outcome.js';

/** A night and some time to do it in; whoever has heard nothing for longer is late. */
const LATE_AFTER_MS = 26 * 60 * 60 * 1000;
const MOST_OUTPUT = 4 * 1024 * 1024;

/**
 * Has the command `nightly` run by the clock, in a process of its own, since what it holds would be much beside the pages. How it went is in
 * the log and in the details of `/ready`.
 */
@Injectable()
export class NightlyRound implements OnModuleDestroy {
  private readonly logger = new Logger('nightly');
  private readonly stopping = new AbortController();
  private job: Cron | undefined;
  private underWay: Promise<void> = Promise.resolve();
  private readonly since: Date;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    readiness: Readiness,
  ) {
    this.since = clock.now();
    readiness.tell('nightly', () => this.detail());
  }

  /** Waits for the time of the settings, if they have one. For the serving program only. */
  begin(): void {
    const [hour, minute] = this.settings.config.backup.time?.split(':') ?? [];
    if (hour === undefined || minute === undefined) return;
    const options = { timezone: 'Europe/Stockholm', protect: true, unref: true };
    this.job = new Cron(`${Number(minute)} ${Number(hour)} * * *`, options, () => (this.underWay = this.run()));
  }

  async onModuleDestroy(): Promise<void> {
    this.job?.stop();
    this.stopping.abort();
    await this.underWay;
  }

  /**
   * One round, now; what is wrong is told in the log.
   * @internal
   */
  async run(command = inBuild('api', 'commands', 'nightly.mjs')): Promise<void> {
    const { signal } = this.stopping;
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [command], { signal, maxBuffer: MOST_OUTPUT });
      this.logger.log(stdout.trim());
    } catch (error) {
      if (signal.aborted) return;
      const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
      this.logger.error(`The nightly backup or check failed. ${`${stderr}${stdout}`.trim() || message}`);
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
