import { Injectable } from '@nestjs/common';
import type { GivenUpJob, GivenUpJobList } from '@slusen/contracts';
import { DomainError, type JobKind } from '@slusen/domain';
import type { JobWithMetadata } from 'pg-boss';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Transactions } from '../platform/transactions.js';
import { JobBoss } from './job-boss.js';
import { GIVEN_UP } from './job-kinds.js';

/** As many as are shown, the latest first. */
const MOST_SHOWN = 200;

/** Jobs that failed at every attempt: an administrator sees them, and has them tried again. */
@Injectable()
export class GivenUpJobs {
  constructor(
    private readonly permissions: Permissions,
    private readonly boss: JobBoss,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async list(by: Account): Promise<GivenUpJobList> {
    this.permissions.require(by, 'job.manage');
    const boss = await this.boss.started();
    const jobs = await boss.findJobs(GIVEN_UP, { queued: true, limit: MOST_SHOWN });
    return { items: jobs.map(viewOf).reverse() };
  }

  /** Throws `job.not-found` when it is tried again already. */
  async tryAgain(by: Account, id: string): Promise<void> {
    this.permissions.require(by, 'job.manage');
    const boss = await this.boss.started();
    await this.transactions.run(async () => {
      const moved = await boss.redrive(GIVEN_UP, { ids: [id] });
      if (moved === 0) throw new DomainError('job.not-found', { id });
      await this.audit.record({ action: 'job.try-again', subject: `job:${id}`, by: by.id });
    });
  }
}

function viewOf({ id, sourceName, sourceCreatedOn, sourceRetryCount, sourceOutput, createdOn }: JobWithMetadata<unknown>): GivenUpJob {
  const { message } = (sourceOutput ?? {}) as { readonly message?: unknown };
  return {
    id,
    kind: sourceName as JobKind,
    askedAt: (sourceCreatedOn ?? createdOn).toISOString(),
    givenUpAt: createdOn.toISOString(),
    attempts: 1 + (sourceRetryCount ?? 0),
    problem: typeof message === 'string' ? message : '',
  };
}
