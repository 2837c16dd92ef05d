import { Global, Module } from '@nestjs/common';
import { DailyJobs } from './daily-jobs.js';
import { GivenUpJobs } from './given-up-jobs.js';
import { JobBoss } from './job-boss.js';
import { Jobs } from './jobs.js';
import { JobsController } from './jobs.controller.js';

/** Part of every program that asks for jobs; the serving one does them. */
@Global()
@Module({ controllers: [JobsController], providers: [DailyJobs, GivenUpJobs, JobBoss, Jobs], exports: [DailyJobs, Jobs] })
export class JobsModule {}
