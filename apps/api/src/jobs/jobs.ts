import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { JobKind } from '@slusen/domain';
import type { PgBoss } from 'pg-boss';
import { Readiness, type ReadinessDetail } from '../platform/readiness.js';
import { isInTransaction } from '../platform/transactions.js';
import { JobBoss } from './job-boss.js';
import { GIVEN_UP, type JobData } from './job-kinds.js';

/** How often somebody who is free looks for work. */
const LOOK_EVERY_S = 0.5;

/** The same id for the same name, for whoever asks; of two jobs with one id there is one. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  // Version 8 is for whoever makes ids by a rule of their own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

type Handler = (data: never) => Promise<void>;

/** Told with the rest of `/ready`: more than so many are not counted. */
const MOST_COUNTED = 1000;

/**
 * What is done after a commit: a mail that is sent, say. A job is asked for in the transaction that it follows from, so there is none of what
 * never happened, and none is forgotten; whichever process comes first does it.
 */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<JobKind, Handler>();
  private working: PgBoss | undefined;

  constructor(
    private readonly boss: JobBoss,
    readiness: Readiness,
  ) {
    readiness.tell('jobs', () => this.detail());
  }

  /** Within a transaction. The job is there once that one is committed. */
  async ask<Kind extends JobKind>(kind: Kind, data: JobData[Kind]): Promise<void> {
    if (!isInTransaction()) throw new Error('A job is asked for in the transaction that it follows from');
    const boss = await this.boss.started();
    await boss.send(kind, data);
  }

  /**
   * What the clock asks for, in no transaction: several processes ask for the same at the same time, and it is done once. `occasion` tells one
   * time from the next, a date say.
   */
  async askOnce<Kind extends JobKind>(kind: Kind, occasion: string, data: JobData[Kind]): Promise<void> {
    const boss = await this.boss.started();
    await boss.send(kind, data, { id: idOf(`${kind} ${occasion}`) });
  }

  /** Names who does the jobs of a kind. It may be called twice for one job, when a process ends in the middle of it. */
  handle<Kind extends JobKind>(kind: Kind, handler: (data: JobData[Kind]) => Promise<void>): void {
    this.handlers.set(kind, handler);
  }

  /** Does jobs from now on, until the program ends. For the serving program only. */
  async begin(): Promise<void> {
    const boss = await this.boss.started();
    for (const [kind, handler] of this.handlers)
      await boss.work<never>(kind, { pollingIntervalSeconds: LOOK_EVERY_S }, async (jobs) => {
        for (const { data } of jobs) await handler(data);
      });
    this.working = boss;
  }

  private async detail(): Promise<ReadinessDetail> {
    if (!this.working) return { state: 'off' };
    const failed = await this.working.findJobs(GIVEN_UP, { queued: true, limit: MOST_COUNTED });
    return { state: 'running', failed: String(failed.length) };
  }
}
