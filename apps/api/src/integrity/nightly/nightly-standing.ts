import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Readiness, type ReadinessDetail } from '../../platform/readiness.js';
import { Settings } from '../../platform/settings.js';
import { nightlyFile, readNightly } from './nightly-outcome.js';

/** A night and some time to do it in; whoever has heard nothing for longer is late. */
const LATE_AFTER_MS = 26 * 60 * 60 * 1000;

/** Tells in the details of `/ready` how the latest night's copy and check went, and whether they are late. */
@Injectable()
export class NightlyStanding {
  private readonly since: Date;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    readiness: Readiness,
  ) {
    this.since = clock.now();
    readiness.tell('nightly', () => this.detail());
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
