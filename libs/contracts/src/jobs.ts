import { JOB_KINDS } from '@slusen/domain';
import * as z from 'zod';
import { instant } from './periods.js';

/** A job that failed at every attempt. */
export const givenUpJob = z
  .object({
    id: z.uuid(),
    kind: z.enum(JOB_KINDS),
    askedAt: instant,
    givenUpAt: instant,
    attempts: z.int(),
    /** What was said at the last attempt, by whoever refused it: a mail server, say. */
    problem: z.string(),
  })
  .meta({ id: 'GivenUpJob' });
export type GivenUpJob = z.output<typeof givenUpJob>;

/** Jobs that were given up, the latest first. */
export const givenUpJobList = z.object({ items: z.array(givenUpJob) }).meta({ id: 'GivenUpJobList' });
export type GivenUpJobList = z.output<typeof givenUpJobList>;
