import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThan, type Repository } from 'typeorm';
import { DailyJobs, type DailyJob } from '../../jobs/daily-jobs.js';
import { Jobs } from '../../jobs/jobs.js';
import { Clock } from '../../platform/clock.js';
import { ImportUploadRow } from './import-upload.row.js';

/** What nobody went on with is of no use after so many days. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const CLEARING: DailyJob<'import.clear'> = {
  kind: 'import.clear',
  at: '02:40',
  data: (day) => ({ day }),
  name: 'The removal of old files',
};

/** Removes files that nobody went on with, every day: those that wait for whoever sent them, and those that were thrown away. */
@Injectable()
export class UploadClock implements OnModuleInit {
  constructor(
    @InjectRepository(ImportUploadRow) private readonly uploads: Repository<ImportUploadRow>,
    private readonly jobs: Jobs,
    private readonly daily: DailyJobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('import.clear', () => this.clear());
  }

  /** Now, since the program may have been down at that time, and every day. For the serving program only. */
  async begin(): Promise<void> {
    this.daily.wait(CLEARING);
    await this.daily.ask(CLEARING);
  }

  private async clear(): Promise<void> {
    const changedAt = LessThan(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS));
    await this.uploads.delete({ state: In(['open', 'checked', 'discarded']), changedAt });
  }
}
