import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { givenUpJobList, type GivenUpJobList } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Returns } from '../platform/returns.js';
import { GivenUpJobs } from './given-up-jobs.js';

/** Jobs that the program gave up. */
@Controller('api/admin/jobs')
export class JobsController {
  constructor(private readonly jobs: GivenUpJobs) {}

  @Get()
  @Returns(givenUpJobList)
  list(@ActingNow() { account }: Acting): Promise<GivenUpJobList> {
    return this.jobs.list(account);
  }

  @Post(':id/attempts')
  @HttpCode(204)
  tryAgain(@ActingNow() { account }: Acting, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.jobs.tryAgain(account, id);
  }
}
