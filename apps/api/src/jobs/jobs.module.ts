import { Global, Module } from '@nestjs/common';
import { GivenUpJobs } from './given-up-jobs.js';
import { JobBoss } from './job-boss.js';
import { Jobs } from './jobs.js';
import { JobsController } from './jobs.controller.js';

/** Part of every program that asks for jobs; the serving one does them. */
@Global()
@Module({ controllers: [JobsController], providers: [GivenUpJobs, JobBoss, Jobs], exports: [Jobs] })
export class JobsModule {}
